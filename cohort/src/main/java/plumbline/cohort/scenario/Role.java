package plumbline.cohort.scenario;

import java.util.List;
import plumbline.contract.vocabulary.Code;

/** The part that a patient plays in a demonstration. */
public enum Role implements Code {
    HEALTHY,
    /** Two days of pain, long over. */
    SHORT_PAIN,
    /** Pain for one to three weeks, still there. */
    PERSISTENT_PAIN,
    /** One-sided pain for twelve days, and a lean away from it. */
    COMPENSATING,
    /** Struck the evening before. */
    SUDDEN_SEVERE,
    /** Told of an emergency the evening before. */
    EMERGENCY_SIGN;

    /** So many patients have one part each; the two singular parts are played by none of the others. */
    static final int FIRST = values().length;

    private static final List<Role> REST = List.of(
            HEALTHY,
            HEALTHY,
            PERSISTENT_PAIN,
            HEALTHY,
            SHORT_PAIN,
            HEALTHY,
            COMPENSATING,
            PERSISTENT_PAIN,
            HEALTHY,
            SHORT_PAIN);

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }

    static Role of(int number) {
        return number < FIRST ? values()[number] : REST.get(number % REST.size());
    }
}
