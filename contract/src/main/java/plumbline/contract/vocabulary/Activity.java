package plumbline.contract.vocabulary;

/** What the body was doing during a bout. */
public enum Activity implements Code {
    WALKING,
    RUNNING,
    SITTING,
    STANDING,
    LYING,
    LIFTING,
    REPETITIVE,
    EXERCISE,
    OTHER;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
