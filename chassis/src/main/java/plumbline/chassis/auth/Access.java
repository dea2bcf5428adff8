package plumbline.chassis.auth;

/** What a bearer token is good for. */
public sealed interface Access {

    /** The token is valid. */
    record Granted(Caller caller) implements Access {}

    /**
     * There is no valid token.
     *
     * @param detail what is wrong with it, fit for the caller: repeats nothing of the token
     */
    record Denied(String detail) implements Access {}

    /**
     * Whether the token is valid cannot be told now, because the issuer's keys are not known yet.
     *
     * @param detail what to do, fit for the caller
     */
    record Undecided(String detail) implements Access {}
}
