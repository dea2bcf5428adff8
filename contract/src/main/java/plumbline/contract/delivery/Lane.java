package plumbline.contract.delivery;

import plumbline.contract.vocabulary.Code;

/** How a message travels: each lane has its own topic and workers, so that none waits for another. */
public enum Lane implements Code {
    URGENT,
    ROUTINE,
    NUDGE;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
