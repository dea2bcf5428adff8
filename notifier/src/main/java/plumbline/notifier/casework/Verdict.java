package plumbline.notifier.casework;

import plumbline.contract.vocabulary.Code;

/** What an input came to; the tag of its counter. Findings = alerts + updates + all that were suppressed. */
public enum Verdict implements Code {
    /** A finding made an alert. */
    ALERT,
    /** A finding changed an alert. */
    UPDATE,
    /** A finding that concerns the patient alone. */
    SUPPRESSED_SELF_CARE,
    /** A finding that was seen before, or is older than what is known. */
    SUPPRESSED_REPEAT,
    /** The end of a finding that never was an alert. */
    SUPPRESSED_UNKNOWN,
    /** A care action that changed an alert. */
    DONE,
    /** A care action that changed nothing, and why is in the history. */
    REFUSED,
    /** A care action or report that was seen before, or concerns nothing that is known. */
    IGNORED,
    /** A report or a moment that was dealt with. */
    NOTED;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
