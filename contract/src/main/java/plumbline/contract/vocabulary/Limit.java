package plumbline.contract.vocabulary;

/** What the pain keeps the patient from doing. */
public enum Limit implements Code {
    WALKING,
    STANDING,
    SITTING,
    SLEEP,
    WORK,
    SELF_CARE;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
