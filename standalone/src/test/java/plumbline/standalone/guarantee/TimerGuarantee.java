package plumbline.standalone.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.Phase;
import plumbline.standalone.recording.History;
import plumbline.standalone.recording.History.Published;
import plumbline.standalone.recording.Recordings;

/** G5: timers are never early, never lost, and at most 2 s late in steady state. */
class TimerGuarantee {
    @ParameterizedTest
    @MethodSource("plumbline.standalone.recording.Recordings#seeds")
    void holds(long seed) {
        assertThat(breaches(Recordings.of(seed))).as(Recordings.again(seed)).isEmpty();
    }

    private static final Duration LATE = Duration.ofSeconds(2);
    /** Without the end of an attempt for so long, it is in doubt. */
    private static final Duration DOUBT = Duration.ofSeconds(30);

    /** After the failed attempt of this number; later ones wait longer. */
    private static final List<Duration> RETRIES =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15));

    private static final Set<String> STEPS = Set.of("step", "repeated");
    /** What makes the next step due at once. */
    private static final Set<String> HASTE = Set.of("dead-letter", "escalated");

    static List<String> breaches(History history) {
        List<String> breaches = new ArrayList<>();
        history.alerts().values().forEach(states -> lost(history, states, breaches));
        history.histories()
                .forEach((alert, entries) -> early(entries, history.alerts().getOrDefault(alert, List.of()), breaches));
        history.deliveries().values().forEach(attempts -> retries(history, attempts, breaches));
        return breaches;
    }

    /** Until what an alert waits for is due, or soon after, it must change. */
    private static void lost(History history, List<Published> states, List<String> breaches) {
        for (int i = 0; i < states.size(); i++) {
            Alert alert = states.get(i).alert();
            Optional<Instant> latest = alert.pursuit().map(next -> history.deadline(next.at(), LATE));
            Instant changed = i + 1 < states.size() ? states.get(i + 1).at() : history.end();
            if (latest.filter(changed::isAfter).isPresent()) {
                breaches.add("alert " + alert.id() + " of " + alert.patient() + ": due at "
                        + alert.pursuit().orElseThrow().at() + ", nothing until " + changed);
            }
        }
    }

    static void early(List<AlertEntry> entries, List<Published> states, List<String> breaches) {
        for (AlertEntry step : entries) {
            if (!STEPS.contains(step.what())
                    || entries.stream()
                            .anyMatch(other ->
                                    HASTE.contains(other.what()) && other.at().equals(step.at()))) {
                continue;
            }
            Instant moment = step.at().truncatedTo(ChronoUnit.MILLIS);
            Optional<Instant> due = states.stream()
                    .filter(state -> state.at().isBefore(moment))
                    .reduce((earlier, later) -> later)
                    .flatMap(state -> state.alert().pursuit())
                    .map(Alert.Pursuit::at);
            if (due.filter(at -> !at.isAfter(step.at())).isEmpty()) {
                breaches.add("alert " + step.alert() + ": " + step.what() + " at " + step.at() + ", due "
                        + due.map(Instant::toString).orElse("never"));
            }
        }
    }

    private static void retries(History history, List<Notification> attempts, List<String> breaches) {
        for (int i = 1; i < attempts.size(); i++) {
            Notification before = attempts.get(i - 1);
            Notification again = attempts.get(i);
            if (again.lane() != Lane.URGENT || history.outcome(before).equals(Optional.of(Outcome.DEFERRED))) {
                continue;
            }
            Duration wait = RETRIES.get(Math.min(before.attempt(), RETRIES.size()) - 1);
            Instant due = history.report(before, Phase.FINAL)
                    .map(DeliveryReport::at)
                    .or(() -> history.report(before, Phase.STARTED)
                            .map(start -> start.at().plus(DOUBT)))
                    .map(end -> end.plus(wait))
                    .orElse(Instant.MAX);
            if (again.at().isBefore(due)) {
                breaches.add("delivery " + again.id() + ": attempt " + again.attempt() + " at " + again.at() + ", due "
                        + due);
            }
        }
    }
}
