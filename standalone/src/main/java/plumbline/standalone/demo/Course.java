package plumbline.standalone.demo;

/** What happens to a simulated patient over the six weeks before the demo was first started, and after. */
enum Course {
    HEALTHY,
    /** Two days of pain, some weeks ago. */
    SHORT_PAIN,
    /** Pain that began a week or more ago and stays. */
    PERSISTENT_PAIN,
    /** One-sided pain, and from its first day on more load on the other side. */
    COMPENSATING,
    /** Well until last night, then a sudden severe pain. */
    SUDDEN_SEVERE,
    /** Pain for a week, and since last night signs that cannot wait. */
    EMERGENCY_SIGN;

    /** The first patients show the rare courses; a third of the painful rest compensates, and most are healthy. */
    private static final Course[] FIRST = {EMERGENCY_SIGN, SUDDEN_SEVERE};

    private static final Course[] REST = {COMPENSATING, HEALTHY, PERSISTENT_PAIN, HEALTHY, SHORT_PAIN, HEALTHY, HEALTHY
    };

    /** The smallest cohort in which every course occurs. */
    static final int ALL_OCCUR = FIRST.length + 5;

    /** The course of the patient with this number, counted from 0. */
    static Course of(int number) {
        return number < FIRST.length ? FIRST[number] : REST[(number - FIRST.length) % REST.length];
    }
}
