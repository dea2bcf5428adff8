package plumbline.notifier.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import plumbline.contract.alert.NudgeAnswer;
import plumbline.notifier.casefile.Nudged;

/**
 * Half the rate for 7 days after three messages in a row were ignored: waved away, or left without an answer for a day. Who has never
 * answered anything may have no way to, and ignores nothing by that.
 */
final class BackOff {
    private static final int IGNORED = 3;
    private static final Duration ANSWER_WITHIN = Duration.ofDays(1);
    static final Duration LASTS = Duration.ofDays(7);

    /** Longer than it takes to ignore three messages, and then to be left alone. */
    static final Duration MEMORY = Duration.ofDays(15);

    private BackOff() {}

    /**
     * Whether the patient is to be left alone more.
     *
     * @param before oldest first
     */
    static boolean isOn(List<Nudged> before, Instant now) {
        boolean canAnswer = before.stream().anyMatch(nudged -> nudged.answer().isPresent());
        int inARow = 0;
        boolean on = false;
        for (Nudged nudged : before) {
            Optional<Instant> since = ignoredAt(nudged, canAnswer).filter(at -> !at.isAfter(now));
            if (since.isPresent()) {
                inARow++;
                on |= inARow >= IGNORED && since.orElseThrow().plus(LASTS).isAfter(now);
            } else if (nudged.answer().isPresent()) {
                inARow = 0;
            }
        }
        return on;
    }

    private static Optional<Instant> ignoredAt(Nudged nudged, boolean canAnswer) {
        if (nudged.answer().isEmpty()) {
            return canAnswer ? Optional.of(nudged.at().plus(ANSWER_WITHIN)) : Optional.empty();
        }
        return nudged.answer().filter(NudgeAnswer.Response.DISMISSED::equals).map(waved -> nudged.at());
    }
}
