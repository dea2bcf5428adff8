package plumbline.contract.delivery;

import plumbline.contract.vocabulary.Code;

/** What came of one attempt. */
public enum Outcome implements Code {
    DELIVERED,
    /** Not taken now; a later attempt can succeed. */
    RETRY,
    /** Not taken, and the same message will not be. */
    REFUSED,
    /** The endpoint said that it is no more. */
    GONE,
    /** Nobody can tell whether it arrived. */
    IN_DOUBT,
    /** Not attempted, for its moment had passed. */
    EXPIRED,
    /** Not attempted yet: the endpoint is spared, or the worker was full or about to stop. It uses up no attempt. */
    DEFERRED;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
