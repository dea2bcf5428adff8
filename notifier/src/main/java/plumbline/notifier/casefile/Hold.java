package plumbline.notifier.casefile;

import plumbline.contract.vocabulary.Code;

/** Why a message waits. */
public enum Hold implements Code {
    /** Something more urgent about the same patient stands. */
    INHIBITED,
    /** No exercise while an emergency or same-day alert stands. */
    EXERCISE_STOPPED,
    QUIET_HOURS,
    DAILY_LIMIT,
    TOO_SOON,
    /** The last attempt failed. */
    RETRY;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
