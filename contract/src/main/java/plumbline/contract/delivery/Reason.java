package plumbline.contract.delivery;

import plumbline.contract.vocabulary.Code;

/** Why a message is sent; without a new reason there is no new message. */
public enum Reason implements Code {
    FIRST,
    WORSE,
    NEW_REGION,
    STEP,
    REPEAT,
    ACKNOWLEDGEMENT_EXPIRED,
    REOPENED,
    /** Somebody was given the alert by name. */
    ASSIGNED,
    RESOLVED,
    /** Another channel of the same recipient is no more. */
    ENDPOINT_GONE,
    /** Advice to a patient that nobody has to answer. */
    NUDGE;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
