package plumbline.standalone.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.Phase;
import plumbline.contract.delivery.RecipientKind;

/**
 * What happened in one run: all that was committed to the topics, what receivers got, and when the notifier was killed. Facts of one
 * kind are in their order.
 *
 * @param end from then on nothing was recorded
 */
public record History(List<Object> facts, Instant end) {
    private static final Set<String> GIVEN_UP = Set.of("dead-letter", "cancelled", "expired");

    /**
     * A request that came in whole.
     *
     * @param id the {@code webhook-id}
     * @param status what was answered; 0: nothing
     */
    public record Receipt(String id, Instant at, int status) {
        /** Whether the receiver said that it has the message. */
        public boolean isTaken() {
            return status / 100 == 2;
        }
    }

    /** From a kill until the notifier was ready again. */
    public record Outage(Instant killed, Instant ready) {
        private static final Duration CATCHING_UP = Duration.ofSeconds(5);

        /** When what became due meanwhile has been dealt with, and the state is steady. */
        Instant over() {
            return ready.plus(CATCHING_UP);
        }
    }

    /**
     * An alert as it was published.
     *
     * @param at the record's time, in whole milliseconds
     * @param eventId of its CloudEvent
     */
    public record Published(Alert alert, Instant at, String eventId) {}

    /** An alert as the state of casework has it at the end. */
    public record Kept(Alert alert) {}

    public History {
        facts = List.copyOf(facts);
    }

    public <T> List<T> all(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The commands of each delivery. */
    public Map<String, List<Notification>> deliveries() {
        return all(Notification.class).stream()
                .collect(Collectors.groupingBy(Notification::id, LinkedHashMap::new, Collectors.toList()));
    }

    /** The entries of each alert's history. */
    public Map<String, List<AlertEntry>> histories() {
        return all(AlertEntry.class).stream()
                .collect(Collectors.groupingBy(AlertEntry::alert, LinkedHashMap::new, Collectors.toList()));
    }

    /** What each alert was, one state after the other. */
    public Map<String, List<Published>> alerts() {
        return all(Published.class).stream()
                .collect(Collectors.groupingBy(
                        published -> published.alert().id(), LinkedHashMap::new, Collectors.toList()));
    }

    /** What a worker said of an attempt. */
    public Optional<DeliveryReport> report(Notification command, Phase phase) {
        return all(DeliveryReport.class).stream()
                .filter(report -> report.phase() == phase
                        && report.delivery().equals(command.id())
                        && report.attempt() == command.attempt())
                .findFirst();
    }

    /** The newest attempt of each delivery that is to be repeated until it arrives, and neither arrived nor was given up on record. */
    public List<Notification> unended() {
        return deliveries().values().stream()
                .map(attempts -> attempts.get(attempts.size() - 1))
                .filter(last -> last.lane() != Lane.NUDGE)
                .filter(last -> !isDelivered(last) && !isGivenUp(last))
                .toList();
    }

    private boolean isDelivered(Notification command) {
        return report(command, Phase.FINAL)
                .flatMap(DeliveryReport::outcome)
                .filter(Outcome.DELIVERED::equals)
                .isPresent();
    }

    private boolean isGivenUp(Notification last) {
        String to = (last.recipientKind() == RecipientKind.PATIENT ? "the patient" : last.recipient()) + " by "
                + last.channel().code();
        return histories().getOrDefault(last.alert(), List.of()).stream()
                .anyMatch(entry -> GIVEN_UP.contains(entry.what())
                        && !entry.at().isBefore(last.at())
                        && entry.detail().contains(to));
    }

    /** The moment by which what is due must have happened, where so much time without an outage is enough for it. */
    public Instant deadline(Instant due, Duration enough) {
        Instant from = due;
        for (Outage outage : all(Outage.class)) {
            if (from.isBefore(outage.over()) && outage.killed().isBefore(from.plus(enough))) {
                from = outage.over();
            }
        }
        return from.plus(enough);
    }
}
