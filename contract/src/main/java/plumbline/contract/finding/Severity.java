package plumbline.contract.finding;

import plumbline.contract.vocabulary.Code;

/** How soon somebody must act, the most urgent first. */
public enum Severity implements Code {
    EMERGENCY,
    SAME_DAY,
    SOON,
    ROUTINE,
    SELF_CARE,
    INFO;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }

    /** Whether this is more urgent than the other. */
    public boolean isAbove(Severity other) {
        return compareTo(other) < 0;
    }

    /** The more urgent of the two. */
    public Severity orAbove(Severity other) {
        return isAbove(other) ? this : other;
    }
}
