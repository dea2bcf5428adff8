package plumbline.analytics.fold;

import plumbline.contract.vocabulary.Code;

/** Why a well-formed event is not merged. */
public enum Refusal implements Code {
    /** Its day can no longer change. */
    TOO_LATE,
    /** It had not happened when it was accepted: a clock is wrong. */
    TIME_IN_FUTURE,
    /** Its patient has told more than is kept of anyone. */
    TOO_MANY,
    /** It was accepted before its patient was erased. */
    ERASED;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }
}
