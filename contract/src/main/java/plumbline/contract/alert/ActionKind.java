package plumbline.contract.alert;

import plumbline.contract.vocabulary.Code;

/** What a member of a care team can do to an alert. */
public enum ActionKind implements Code {
    ACKNOWLEDGE,
    CONTACT,
    ASSIGN,
    SNOOZE,
    ESCALATE,
    RESOLVE,
    REOPEN,
    NOTE;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
