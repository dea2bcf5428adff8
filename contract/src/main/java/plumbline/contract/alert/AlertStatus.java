package plumbline.contract.alert;

import plumbline.contract.vocabulary.Code;

/** Where a care team stands with an alert. */
public enum AlertStatus implements Code {
    OPEN,
    ACKNOWLEDGED,
    IN_ACTION,
    RESOLVED;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
