package plumbline.standalone.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 */
public final class History {
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

    private final List<Object> facts;
    private final Instant end;
    private final Map<String, List<Notification>> deliveries;
    private final Map<String, List<DeliveryReport>> reports;
    private final Map<String, List<AlertEntry>> histories;
    private final Map<String, List<Published>> alerts;

    /**
     * Sorts the facts.
     *
     * @param end from then on nothing was recorded
     */
    public History(List<Object> facts, Instant end) {
        this.facts = List.copyOf(facts);
        this.end = end;
        this.deliveries = by(Notification.class, Notification::id);
        this.reports = by(DeliveryReport.class, DeliveryReport::delivery);
        this.histories = by(AlertEntry.class, AlertEntry::alert);
        this.alerts = by(Published.class, published -> published.alert().id());
    }

    private <T> Map<String, List<T>> by(Class<T> kind, Function<T, String> key) {
        return all(kind).stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    public Instant end() {
        return end;
    }

    public <T> List<T> all(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The commands of each delivery. */
    public Map<String, List<Notification>> deliveries() {
        return deliveries;
    }

    /** The entries of each alert's history. */
    public Map<String, List<AlertEntry>> histories() {
        return histories;
    }

    /** What each alert was, one state after the other. */
    public Map<String, List<Published>> alerts() {
        return alerts;
    }

    /** What a worker said of an attempt; one that was deferred is commanded again under its number. */
    public Optional<DeliveryReport> report(Notification command, Phase phase) {
        return reports.getOrDefault(command.id(), List.of()).stream()
                .filter(report -> report.phase() == phase
                        && report.attempt() == command.attempt()
                        && !report.at().isBefore(command.at()))
                .findFirst();
    }

    /** What came of an attempt, as far as a worker lived to say so. */
    public Optional<Outcome> outcome(Notification command) {
        return report(command, Phase.FINAL).flatMap(DeliveryReport::outcome);
    }

    /** All that is known of a delivery, for whoever looks for the cause of a breach. */
    public String tell(String delivery) {
        Stream<String> commands = deliveries.getOrDefault(delivery, List.of()).stream()
                .map(command -> command.at() + " commanded " + command.reason().code() + " for " + command.patient()
                        + ", attempt " + command.attempt());
        Stream<String> reported = reports.getOrDefault(delivery, List.of()).stream()
                .map(report -> report.at() + " "
                        + report.outcome().map(Outcome::code).orElse("started") + ", attempt " + report.attempt());
        Stream<String> arrived = all(Receipt.class).stream()
                .filter(receipt -> receipt.id().equals(delivery))
                .map(receipt -> receipt.at() + " arrived, answered " + receipt.status());
        Stream<String> killed = all(Outage.class).stream().map(outage -> outage.killed() + " killed");
        return Stream.of(commands, reported, arrived, killed)
                .flatMap(told -> told)
                .sorted()
                .collect(Collectors.joining("\n  ", "\n  ", ""));
    }

    /** The newest attempt of each delivery that is to be repeated until it arrives, and neither arrived nor was given up on record. */
    public List<Notification> unended() {
        return deliveries.values().stream()
                .map(attempts -> attempts.get(attempts.size() - 1))
                .filter(last -> last.lane() != Lane.NUDGE)
                .filter(last -> !outcome(last).equals(Optional.of(Outcome.DELIVERED)) && !isGivenUp(last))
                .toList();
    }

    private boolean isGivenUp(Notification last) {
        String to = (last.recipientKind() == RecipientKind.PATIENT ? "the patient" : last.recipient()) + " by "
                + last.channel().code();
        return histories.getOrDefault(last.alert(), List.of()).stream()
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
