package plumbline.contract.vocabulary;

/** How the pain began. */
public enum Onset implements Code {
    SUDDEN,
    GRADUAL,
    UNKNOWN;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
