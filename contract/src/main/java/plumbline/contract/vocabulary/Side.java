package plumbline.contract.vocabulary;

/** Laterality of a body site. {@code UNKNOWN} is honest: no side is ever guessed. */
public enum Side implements Code {
    LEFT,
    RIGHT,
    BOTH,
    MIDLINE,
    UNKNOWN;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }

    /** Whether this names exactly one half of the body. */
    public boolean isOneSided() {
        return this == LEFT || this == RIGHT;
    }
}
