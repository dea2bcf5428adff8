package plumbline.contract.topic;

import java.time.Duration;
import java.util.Optional;

/**
 * The topics. Each is keyed by patient, so that all that concerns one patient is in one partition; {@code care-teams-v1} is keyed by
 * team, and {@code alerts-v1} by patient and alert ({@link #alertKey}), partitioned by patient alone.
 */
public enum Topic {
    PAIN_REPORTS("pain-reports-v1", Owner.INGEST, 400),
    ACTIVITY_BOUTS("activity-bouts-v1", Owner.INGEST, 180),
    PATIENTS("patients-v1", Owner.INGEST, Days.COMPACTED),
    ERASURES("erasures-v1", Owner.INGEST, 28),
    FINDINGS("findings-v1", Owner.ANALYTICS, 400),
    QUARANTINE("quarantine-v1", Owner.ANALYTICS, 30),
    ALERTS("alerts-v1", Owner.NOTIFIER, Days.COMPACTED),
    ALERT_HISTORY("alert-history-v1", Owner.NOTIFIER, 3650),
    NOTIFICATIONS_URGENT("notifications-urgent-v1", Owner.NOTIFIER, 7),
    NOTIFICATIONS_ROUTINE("notifications-routine-v1", Owner.NOTIFIER, 7),
    NOTIFICATIONS_NUDGE("notifications-nudge-v1", Owner.NOTIFIER, 7),
    DELIVERIES("deliveries-v1", Owner.NOTIFIER, 30),
    CARE_ACTIONS("care-actions-v1", Owner.NOTIFIER, 3650),
    CARE_TEAMS("care-teams-v1", Owner.NOTIFIER, Days.COMPACTED);

    /** The service that creates a topic. */
    public enum Owner {
        INGEST,
        ANALYTICS,
        NOTIFIER
    }

    private static final class Days {
        static final int COMPACTED = 0;
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

    /** The patient of an alert's key. */
    public static String patientOf(String alertKey) {
        int slash = alertKey.indexOf('/');
        return slash < 0 ? alertKey : alertKey.substring(0, slash);
    }
}
