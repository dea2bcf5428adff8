package plumbline.contract.delivery;

import plumbline.contract.vocabulary.Code;

/** Who a message is for. */
public enum RecipientKind implements Code {
    CARE_TEAM,
    PATIENT;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
