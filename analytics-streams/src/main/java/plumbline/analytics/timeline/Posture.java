package plumbline.analytics.timeline;

import plumbline.contract.event.ActivityBout;

/** What one minute of a day was spent in, the stronger claim last: of two claims of the same version, the stronger counts. Stored by ordinal. */
public enum Posture {
    NO_DATA,
    UNWORN,
    LYING,
    SITTING,
    STANDING,
    MOVING;

    /** What a bout claims for its minutes. */
    static Posture of(ActivityBout bout) {
        if (bout.retracted()) {
            return NO_DATA;
        }
        if (!bout.worn()) {
            return UNWORN;
        }
        return switch (bout.activity()) {
            case WALKING, RUNNING, LIFTING, REPETITIVE, EXERCISE -> MOVING;
            case STANDING -> STANDING;
            case SITTING -> SITTING;
            case LYING -> LYING;
            case OTHER -> NO_DATA;
        };
    }
}
