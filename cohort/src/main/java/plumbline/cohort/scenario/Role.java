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

    /** The two singular parts come early, so that a cohort of six has one of each. */
    private static final List<Role> FIRST =
            List.of(HEALTHY, SHORT_PAIN, PERSISTENT_PAIN, COMPENSATING, SUDDEN_SEVERE, EMERGENCY_SIGN);

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
        return number < FIRST.size() ? FIRST.get(number) : REST.get(number % REST.size());
    }
}
