package plumbline.notifier.casework;

import plumbline.contract.vocabulary.Code;

/** What an entry of a history says. */
public enum Happening implements Code {
    OPENED,
    DORMANT,
    REVIEW,
    ACTIVE,
    UPDATED,
    WORSE,
    FINDING_RESOLVED,
    RESOLVED,
    WITHDRAWN,
    REOPENED,
    SUPPRESSED,
    ACKNOWLEDGED,
    ACKNOWLEDGEMENT_EXPIRED,
    ASSIGNED,
    SNOOZED,
    SNOOZE_ENDED,
    ESCALATED,
    STEP,
    REPEATED,
    NOBODY_TO_TELL,
    NUDGE_ANSWERED,
    CONTACTED,
    NOTED,
    ACTION_REFUSED,
    HELD,
    INHIBITED,
    SENT,
    DELIVERED,
    RETRY,
    DEFERRED,
    FALLBACK,
    IN_DOUBT,
    ENDPOINT_GONE,
    DEAD_LETTER,
    EXPIRED,
    CANCELLED,
    LATE_REPORT;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
