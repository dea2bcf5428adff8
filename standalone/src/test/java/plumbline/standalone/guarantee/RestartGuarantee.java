package plumbline.standalone.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.standalone.recording.FullWard;
import plumbline.standalone.recording.History;
import plumbline.standalone.recording.History.Outage;
import plumbline.standalone.recording.History.Published;

/** G5 after an outage: of many open alerts, each overdue step fires once and none early, although the disk was lost. */
class RestartGuarantee {
    private static final int ALERTS = Integer.getInteger("plumbline.proof.alerts", 1_000);

    @Test
    void holds() {
        History history = FullWard.record(ALERTS, Duration.ofSeconds(8 + ALERTS / 300));

        assertThat(history.alerts()).hasSize(ALERTS);
        assertThat(breaches(history)).isEmpty();
    }

    static List<String> breaches(History history) {
        Outage outage = history.all(Outage.class).get(0);
        List<String> breaches = new ArrayList<>();
        if (history.alerts().values().stream()
                .noneMatch(states -> isDue(states.get(0), outage.killed(), outage.ready()))) {
            breaches.add("nothing was overdue");
        }
        history.histories().forEach((alert, entries) -> {
            long steps = entries.stream()
                    .filter(entry -> entry.what().equals("step"))
                    .count();
            if (steps != 1) {
                breaches.add("alert " + alert + ": its overdue step fired " + steps + " times");
            }
            TimerGuarantee.early(entries, history.alerts().getOrDefault(alert, List.of()), breaches);
        });
        return breaches;
    }

    private static boolean isDue(Published state, Instant from, Instant to) {
        return state.alert()
                .pursuit()
                .filter(next -> next.at().isAfter(from) && next.at().isBefore(to))
                .isPresent();
    }
}
