package plumbline.standalone.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.Phase;
import plumbline.standalone.recording.History;
import plumbline.standalone.recording.History.Outage;
import plumbline.standalone.recording.History.Published;
import plumbline.standalone.recording.History.Receipt;
import plumbline.standalone.recording.Recordings;

/** G3: one id for all attempts; no duplicate without a crash, and at most one for each delivery in flight at a crash. */
class OneIdGuarantee {
    @ParameterizedTest
    @MethodSource("plumbline.standalone.recording.Recordings#seeds")
    void holds(long seed) {
        assertThat(breaches(Recordings.of(seed))).as(Recordings.again(seed)).isEmpty();
    }

    private static final Set<Outcome> SENT_IN_VAIN =
            EnumSet.of(Outcome.RETRY, Outcome.REFUSED, Outcome.GONE, Outcome.IN_DOUBT);

    static List<String> breaches(History history) {
        List<String> breaches = new ArrayList<>();
        history.deliveries().forEach((id, attempts) -> {
            int number = 1;
            for (Notification attempt : attempts) {
                if (attempt.attempt() != number || !saysTheSame(attempt, attempts.get(0))) {
                    breaches.add("id " + id + ": another message, or not attempt " + number + ": " + attempt);
                }
                number = attempt.attempt() + (history.outcome(attempt).equals(Optional.of(Outcome.DEFERRED)) ? 0 : 1);
            }
            long arrived = history.all(Receipt.class).stream()
                    .filter(receipt -> receipt.id().equals(id))
                    .count();
            long allowed = 1 + failures(history, attempts) + crashes(history, attempts);
            if (arrived > allowed) {
                breaches.add("id " + id + ": arrived " + arrived + " times, but failures and crashes explain " + allowed
                        + history.tell(id));
            }
        });
        history.all(Receipt.class).stream()
                .filter(receipt -> !history.deliveries().containsKey(receipt.id()))
                .forEach(receipt -> breaches.add("id " + receipt.id() + ": arrived, and was never commanded"));
        history.all(Published.class).stream()
                .filter(alert -> history.all(Published.class).stream()
                        .anyMatch(other -> other != alert && other.eventId().equals(alert.eventId())))
                .forEach(alert -> breaches.add("event " + alert.eventId() + ": two states of an alert under one id"));
        return breaches;
    }

    private static boolean saysTheSame(Notification one, Notification other) {
        return one.alert().equals(other.alert())
                && one.recipient().equals(other.recipient())
                && one.channel() == other.channel()
                && one.reason() == other.reason()
                && one.text().equals(other.text());
    }

    private static long failures(History history, List<Notification> attempts) {
        return attempts.stream()
                .flatMap(attempt -> history.outcome(attempt).stream())
                .filter(SENT_IN_VAIN::contains)
                .count();
    }

    /** The kills at which an attempt had been started, and not come to an end. */
    private static long crashes(History history, List<Notification> attempts) {
        return history.all(Outage.class).stream()
                .filter(outage -> attempts.stream().anyMatch(attempt -> isInFlight(history, attempt, outage.killed())))
                .count();
    }

    private static boolean isInFlight(History history, Notification attempt, Instant at) {
        Optional<Instant> started = history.report(attempt, Phase.STARTED).map(DeliveryReport::at);
        Optional<Instant> ended = history.report(attempt, Phase.FINAL).map(DeliveryReport::at);
        return started.filter(at::isAfter).isPresent()
                && ended.filter(end -> !end.isAfter(at)).isEmpty();
    }
}
