package plumbline.notifier.inbox;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plumbline.contract.alert.Alert;
import plumbline.contract.finding.Severity;

/**
 * Where an alert stands in triage: unacknowledged before acknowledged before resolved, then the more severe, then the one that waits
 * longest (of the resolved ones: the newest first). As a text it is the cursor of a page.
 *
 * @param moment milliseconds; the smaller comes first
 */
public record TriageKey(int rank, int severity, long moment, String id) implements Comparable<TriageKey> {
    private static final Comparator<TriageKey> ORDER = Comparator.comparingInt(TriageKey::rank)
            .thenComparingInt(TriageKey::severity)
            .thenComparingLong(TriageKey::moment)
            .thenComparing(TriageKey::id);
    private static final List<Severity> URGENCY = List.of(Severity.values());
    private static final int RESOLVED = 2;

    static TriageKey of(Alert alert) {
        int rank = switch (alert.status()) {
            case OPEN -> 0;
            case ACKNOWLEDGED, IN_ACTION -> 1;
            case RESOLVED -> RESOLVED;
        };
        long moment = rank == RESOLVED
                ? -alert.updatedAt().toEpochMilli()
                : alert.openedAt().toEpochMilli();
        int severity = rank == RESOLVED ? 0 : URGENCY.indexOf(alert.severity());
        return new TriageKey(rank, severity, moment, alert.id());
    }

    @Override
    public int compareTo(TriageKey other) {
        return ORDER.compare(this, other);
    }

    /** An opaque text that an address may hold. */
    public String text() {
        String plain = rank + "." + severity + "." + moment + "." + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads {@link #text}; absent where it is none. */
    public static Optional<TriageKey> parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split("\\.", 4);
            return parts.length == 4
                    ? Optional.of(new TriageKey(
                            Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]), parts[3]))
                    : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
