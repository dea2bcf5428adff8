package plumbline.contract.check;

import plumbline.contract.vocabulary.Code;

/**
 * Why an event, or an entry of the directory, was not taken. The same constant is the {@code code} of the answer, the key in the log and the tag of the metric.
 */
public enum ErrorCode implements Code {
    /** The line of a stream of lines, or the value of a message, is not JSON. */
    MALFORMED_JSON,
    NOT_AN_OBJECT,
    UNKNOWN_TYPE,
    MISSING_FIELD,
    DUPLICATE_FIELD,
    WRONG_TYPE,
    UNKNOWN_VALUE,
    INVALID_ID,
    INVALID_TIME,
    TIME_IN_FUTURE,
    TIME_TOO_OLD,
    VERSION_OUT_OF_RANGE,
    INTENSITY_OUT_OF_RANGE,
    END_BEFORE_START,
    BOUT_TOO_LONG,
    LOAD_INCOMPLETE,
    LOAD_OUT_OF_RANGE,
    PERCENT_OUT_OF_RANGE,
    REPETITIONS_OUT_OF_RANGE,
    LIFT_OUT_OF_RANGE,
    INVALID_TEXT,
    /** Parts of the event exclude each other, such as two sides. */
    CONTRADICTION,
    /** An attribute of a CloudEvent breaks that specification's rules. */
    INVALID_ATTRIBUTE,
    INVALID_BASE64,
    /** The event is not of a kind that can be read here, such as XML data or a FHIR resource that is no observation. */
    UNSUPPORTED_CONTENT,
    /** The value of a FHIR observation is not a pain score from 0 to 10. */
    NOT_A_SCORE,
    /** A FHIR observation that nobody stands by yet, or any more. */
    NOT_FINAL,
    /** The number can be a fraction or a percentage. */
    AMBIGUOUS_UNIT,
    BIRTH_YEAR_OUT_OF_RANGE,
    UNKNOWN_TIME_ZONE,
    UNKNOWN_LANGUAGE,
    INVALID_QUIET_HOURS,
    NUDGES_OUT_OF_RANGE,
    /** A patient cannot switch off what is urgent. */
    ALWAYS_SAID,
    INVALID_WEBHOOK,
    INVALID_EMAIL,
    INVALID_KEY,
    INVALID_DURATION,
    TOO_MANY,
    /** Care teams hand over to each other in a circle. */
    CYCLE,
    /** The bearer of the token may not write for this patient. */
    PATIENT_NOT_ALLOWED,
    /** The event is larger than a record may be. */
    EVENT_TOO_LARGE,
    /** The event is good, but came in a transaction with one that is not. */
    TRANSACTION_REFUSED,
    /** Kafka did not acknowledge; the same event may be sent again. */
    NOT_STORED;

    private final String code = Code.of(this);

    @Override
    public String code() {
        return code;
    }

    /** Whether only a care team can have this fault, and no event or patient. */
    public boolean isOfTeams() {
        return this == INVALID_KEY || this == INVALID_DURATION || this == TOO_MANY || this == CYCLE;
    }

    /** Whether the same event, sent again unchanged, can be accepted. */
    public boolean isRetryable() {
        return this == NOT_STORED;
    }
}
