package plumbline.analytics.reconcile;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * What a reconciliation is about.
 *
 * @param policy the version of the policy that assessed
 * @param asOf the time for which it assessed, in the patient's offset
 * @param reach how far back it goes
 * @param restate what to say about findings that go on
 */
public record Occasion(String patient, String policy, OffsetDateTime asOf, Reach reach, Restate restate) {

    /**
     * How far back an assessment goes.
     *
     * @param judgedFrom the first date that it could judge anew
     * @param rememberedFrom the first date of an ending that is still remembered
     */
    public record Reach(LocalDate judgedFrom, LocalDate rememberedFrom) {}

    /** What is said about a finding that goes on. */
    public enum Restate {
        /** Only what matters: another severity, stage, beginning or pattern. */
        NEWS,
        /** Its newest numbers: the patient's first event of a later day. */
        NEW_DAY,
        /** Whatever was not yet said as of this time: the end of a file. */
        ALL
    }
}
