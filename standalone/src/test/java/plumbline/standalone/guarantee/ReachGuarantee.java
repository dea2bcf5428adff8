package plumbline.standalone.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.RecipientKind;
import plumbline.standalone.recording.History;
import plumbline.standalone.recording.History.Receipt;
import plumbline.standalone.recording.Recordings;

/** G2: the messages of an alert reach each target, or end in a recorded exhaustion that escalates. */
class ReachGuarantee {
    @ParameterizedTest
    @MethodSource("plumbline.standalone.recording.Recordings#seeds")
    void holds(long seed) {
        assertThat(breaches(Recordings.of(seed))).as(Recordings.again(seed)).isEmpty();
    }

    /** What may follow a dead letter: the next step, or that somebody has answered. */
    private static final Set<String> AFTER_EXHAUSTION =
            Set.of("step", "repeated", "acknowledged", "contacted", "resolved", "withdrawn");

    static List<String> breaches(History history) {
        List<String> breaches = new ArrayList<>();
        for (String alert : history.alerts().keySet()) {
            if (history.all(Notification.class).stream()
                    .noneMatch(command ->
                            command.alert().equals(alert) && command.recipientKind() == RecipientKind.CARE_TEAM)) {
                breaches.add("alert " + alert + ": nobody was told");
            }
        }
        history.unended()
                .forEach(last -> breaches.add("delivery " + last.id() + " of " + last.patient()
                        + ": neither arrived nor was given up, after attempt " + last.attempt()
                        + history.tell(last.id())));
        history.all(DeliveryReport.class).stream()
                .filter(report ->
                        report.outcome().filter(Outcome.DELIVERED::equals).isPresent())
                .filter(report -> isWebhook(history, report) && !isReceived(history, report))
                .forEach(report -> breaches.add("delivery " + report.delivery() + ": nobody received it"));
        history.histories().values().forEach(entries -> exhausted(entries, breaches));
        return breaches;
    }

    private static boolean isWebhook(History history, DeliveryReport report) {
        return history.deliveries().getOrDefault(report.delivery(), List.of()).stream()
                .allMatch(command -> command.channel() == ChannelKind.WEBHOOK);
    }

    private static boolean isReceived(History history, DeliveryReport report) {
        return history.all(Receipt.class).stream()
                .anyMatch(receipt -> receipt.isTaken() && receipt.id().equals(report.delivery()));
    }

    private static void exhausted(List<AlertEntry> entries, List<String> breaches) {
        for (int i = 0; i < entries.size(); i++) {
            AlertEntry entry = entries.get(i);
            boolean answered = ReplayGuarantee.replayed(entries.subList(0, i))
                    .filter(status -> status != AlertStatus.OPEN)
                    .isPresent();
            boolean dead = !answered
                    && entry.what().equals("dead-letter")
                    && entry.detail().contains("care team");
            if (dead
                    && entries.subList(i, entries.size()).stream()
                            .noneMatch(later -> AFTER_EXHAUSTION.contains(later.what()))) {
                breaches.add("alert " + entry.alert() + ": nothing followed the dead letter at " + entry.at());
            }
        }
    }
}
