package plumbline.contract.finding;

import plumbline.contract.vocabulary.Code;

/** What happened to a finding. Withdrawn means that late data or a correction shows that it never held. */
public enum Change implements Code {
    OPENED,
    UPDATED,
    RESOLVED,
    WITHDRAWN;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }

    /** Whether the finding holds after the change. */
    public boolean isOpen() {
        return this == OPENED || this == UPDATED;
    }
}
