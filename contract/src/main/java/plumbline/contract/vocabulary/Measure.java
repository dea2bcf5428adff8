package plumbline.contract.vocabulary;

/**
 * What a left/right comparison measured. Every measure but {@code WALKING_ASYMMETRY} carries a left and a right value in the same
 * unit; that one is an unsigned percentage, from which no side can be told.
 */
public enum Measure implements Code {
    GROUND_FORCE,
    STANCE_TIME,
    SWING_TIME,
    GROUND_CONTACT_TIME,
    FOOT_ENERGY,
    STANDING_LOAD,
    MUSCLE_ACTIVATION,
    POWER_BALANCE,
    WALKING_ASYMMETRY;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }

    /** Whether the measure tells left from right. */
    public boolean isSided() {
        return this != WALKING_ASYMMETRY;
    }
}
