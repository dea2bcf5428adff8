package plumbline.notifier.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.alert.Attention;
import plumbline.contract.vocabulary.Code;
import plumbline.notifier.casefile.Case;
import plumbline.notifier.casefile.Episode;

/** Asks of every alert that waits for a person: is there a next step, and is it not overdue? */
public final class Audit {
    /** What a busy stage may be late. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private Audit() {}

    /** What is wrong with an alert. */
    public enum Fault implements Code {
        NO_NEXT_STEP,
        OVERDUE;

        private final String code = Code.of(this);

        @Override
        public String code() {
            return code;
        }
    }

    /** One alert that would be forgotten. */
    public record Note(String alert, Fault fault) {}

    /** Whether something of a case is overdue, be it an alert's step or a message's. */
    public static boolean isLate(Case file, Instant now) {
        return file.nextDue().filter(at -> at.plus(GRACE).isBefore(now)).isPresent();
    }

    /** The alerts of a case that would be forgotten. */
    public static List<Note> of(Case file, Instant now) {
        return file.episodes().stream()
                .filter(Audit::waits)
                .flatMap(episode -> fault(episode, now).map(fault -> new Note(episode.alertId(), fault)).stream())
                .toList();
    }

    /** Whether it waits for a person: it is open or merely acknowledged, and not about the past. */
    private static boolean waits(Episode episode) {
        return episode.alert()
                .filter(alert -> alert.attention() != Attention.DORMANT)
                .map(Alert::status)
                .filter(status -> status == AlertStatus.OPEN || status == AlertStatus.ACKNOWLEDGED)
                .isPresent();
    }

    private static Optional<Fault> fault(Episode episode, Instant now) {
        if (episode.due().isEmpty()) {
            return Optional.of(Fault.NO_NEXT_STEP);
        }
        return episode.due().filter(at -> at.plus(GRACE).isBefore(now)).map(late -> Fault.OVERDUE);
    }
}
