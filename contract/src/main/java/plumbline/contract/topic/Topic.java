package plumbline.contract.topic;

import java.time.Duration;
import java.util.Optional;

/**
 * The topics. Each is keyed by patient, so that all that concerns one patient is in one partition; {@code care-teams-v1} is keyed by
 * team; {@code access-log-v1} by the run of a notifier; {@code alerts-v1} by patient and alert ({@link #alertKey}) and {@code alert-history-v1} by patient, alert and number
 * ({@link #entryKey}), partitioned by patient alone.
 */
public enum Topic {
    PAIN_REPORTS("pain-reports-v1", Owner.INGEST, Days.ERASABLE),
    ACTIVITY_BOUTS("activity-bouts-v1", Owner.INGEST, Days.ERASABLE),
    PATIENTS("patients-v1", Owner.INGEST, Days.COMPACTED),
    ERASURES("erasures-v1", Owner.INGEST, Days.ERASABLE),
    FINDINGS("findings-v1", Owner.ANALYTICS, Days.ERASABLE),
    QUARANTINE("quarantine-v1", Owner.ANALYTICS, Days.ERASABLE),
    ALERTS("alerts-v1", Owner.NOTIFIER, Days.COMPACTED),
    ALERT_HISTORY("alert-history-v1", Owner.NOTIFIER, Days.COMPACTED),
    NOTIFICATIONS_URGENT("notifications-urgent-v1", Owner.NOTIFIER, 7),
    NOTIFICATIONS_ROUTINE("notifications-routine-v1", Owner.NOTIFIER, 7),
    NOTIFICATIONS_NUDGE("notifications-nudge-v1", Owner.NOTIFIER, 7),
    DELIVERIES("deliveries-v1", Owner.NOTIFIER, Days.ERASABLE),
    CARE_ACTIONS("care-actions-v1", Owner.NOTIFIER, Days.ERASABLE),
    CARE_TEAMS("care-teams-v1", Owner.NOTIFIER, Days.COMPACTED),
    ACCESS_LOG("access-log-v1", Owner.NOTIFIER, Days.ERASABLE);

    /** The service that creates a topic. */
    public enum Owner {
        INGEST,
        ANALYTICS,
        NOTIFIER
    }

    private static final class Days {
        static final int COMPACTED = 0;

        /** What a topic may keep that an erasure cannot reach: with a day until a segment closes, it is gone within a month. */
        static final int ERASABLE = 28;
    }

    private final String baseName;
    private final Owner owner;
    private final int days;

    Topic(String baseName, Owner owner, int days) {
        this.baseName = baseName;
        this.owner = owner;
        this.days = days;
    }

    /** The topic's name behind the installation's prefix, which may be empty. */
    public String name(String prefix) {
        return prefix + baseName;
    }

    public Owner owner() {
        return owner;
    }

    /** How long records are kept; absent for a compacted topic, which keeps the newest record of each key. */
    public Optional<Duration> retention() {
        return days == Days.COMPACTED ? Optional.empty() : Optional.of(Duration.ofDays(days));
    }

    /** The key of an alert: compaction keeps the newest state of each, while the patient alone chooses the partition. */
    public static String alertKey(String patient, String alert) {
        return patient + "/" + alert;
    }

    /** The key of one entry of an alert's history: each stays, until its patient is erased. */
    public static String entryKey(String patient, String alert, long sequence) {
        return alertKey(patient, alert) + "/" + sequence;
    }

    /** The patient of the key of an alert or of an entry. */
    public static String patientOf(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }

    /**
     * The number of the key of an entry.
     *
     * @throws IllegalArgumentException where it has none
     */
    public static long sequenceOf(String entryKey) {
        return Long.parseLong(entryKey.substring(entryKey.lastIndexOf('/') + 1));
    }

    /** The alert of the key of an alert or of an entry; empty where it is neither. */
    public static String alertOf(String key) {
        String[] parts = key.split("/", -1);
        return parts.length > 1 ? parts[1] : "";
    }
}
