package plumbline.notifier.rules;

import java.time.Duration;
import java.time.Instant;
import plumbline.contract.finding.Finding;

/** Tells whether a finding is about today or about the past. */
public final class Freshness {
    /** Counted from the end of the newest day, so that a report synchronised the next evening is still news. */
    static final Duration LIMIT = Duration.ofDays(2);

    private Freshness() {}

    /**
     * Whether the finding's newest day ended more than 48 hours ago.
     *
     * @param arrived when the finding was accepted, not when it was looked at: an outage makes no emergency old
     */
    public static boolean isPast(Finding finding, Instant arrived) {
        Instant asOf = finding.asOf().toInstant();
        Instant known = arrived.isAfter(asOf) ? arrived : asOf;
        Instant dayEnd = finding.newestDay()
                .plusDays(1)
                .atStartOfDay(finding.asOf().getOffset())
                .toInstant();
        return dayEnd.plus(LIMIT).isBefore(known);
    }
}
