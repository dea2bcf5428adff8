package plumbline.contract.delivery;

import plumbline.contract.vocabulary.Code;

/** Where an attempt stands. */
public enum Phase implements Code {
    STARTED,
    FINAL;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
