package plumbline.analytics.topology;

import plumbline.contract.finding.Finding;

/** Counts what goes through: accepted = merged + quarantined. */
public interface Tally {

    /** A record was read. */
    void accepted();

    void merged();

    /** The event was put aside, for one of a bounded set of reasons. */
    void quarantined(String reason);

    void told(Finding finding);
}
