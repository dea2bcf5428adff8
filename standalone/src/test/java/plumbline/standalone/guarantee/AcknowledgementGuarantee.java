package plumbline.standalone.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.RecipientKind;
import plumbline.standalone.recording.History;
import plumbline.standalone.recording.Recordings;

/** G6: after an acknowledgement commits, there is no further escalation. */
class AcknowledgementGuarantee {
    @ParameterizedTest
    @MethodSource("plumbline.standalone.recording.Recordings#seeds")
    void holds(long seed) {
        assertThat(breaches(Recordings.of(seed))).as(Recordings.again(seed)).isEmpty();
    }

    private static final Set<String> ANSWERS = Set.of("acknowledged", "contacted");
    /** After which an alert may call again. */
    private static final Set<String> CALLS_AGAIN = Set.of(
            "reopened", "worse", "escalated", "acknowledgement-expired", "snooze-ended", "resolved", "withdrawn");

    private static final Set<String> ESCALATES = Set.of("step", "repeated");

    static List<String> breaches(History history) {
        List<String> breaches = new ArrayList<>();
        history.histories().forEach((alert, entries) -> {
            for (int i = 0; i < entries.size(); i++) {
                if (ANSWERS.contains(entries.get(i).what())) {
                    List<AlertEntry> later = until(entries.subList(i + 1, entries.size()));
                    later.stream()
                            .filter(entry -> ESCALATES.contains(entry.what()))
                            .forEach(entry ->
                                    breaches.add("alert " + alert + ": " + entry.what() + " at " + entry.at()));
                    Instant from = entries.get(i).at();
                    Instant to = i + 1 + later.size() < entries.size()
                            ? entries.get(i + 1 + later.size()).at()
                            : history.end();
                    calls(history, alert, from, to, breaches);
                }
            }
        });
        return breaches;
    }

    private static List<AlertEntry> until(List<AlertEntry> entries) {
        return entries.stream()
                .takeWhile(entry -> !CALLS_AGAIN.contains(entry.what()))
                .toList();
    }

    private static void calls(History history, String alert, Instant from, Instant to, List<String> breaches) {
        history.all(Notification.class).stream()
                .filter(command -> command.alert().equals(alert) && command.recipientKind() == RecipientKind.CARE_TEAM)
                .filter(command -> command.at().isAfter(from) && command.at().isBefore(to))
                .forEach(command -> breaches.add("alert " + alert + ": called " + command.recipient() + " ("
                        + command.reason().code() + ", attempt " + command.attempt() + ") at " + command.at()
                        + ", acknowledged at " + from));
    }
}
