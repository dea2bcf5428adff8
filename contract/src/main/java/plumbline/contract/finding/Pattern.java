package plumbline.contract.finding;

import plumbline.contract.vocabulary.Code;

/** How a compensation relates to the pain: antalgic spares the painful side, overload puts more on it. */
public enum Pattern implements Code {
    ANTALGIC,
    OVERLOAD;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
