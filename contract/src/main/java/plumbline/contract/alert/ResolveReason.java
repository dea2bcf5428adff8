package plumbline.contract.alert;

import plumbline.contract.vocabulary.Code;

/** Why an alert was resolved: what it turned out to be. The first three tell how good the rule was. */
public enum ResolveReason implements Code {
    TRUE,
    BENIGN,
    FALSE,
    DUPLICATE;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
