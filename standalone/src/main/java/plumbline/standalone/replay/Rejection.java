package plumbline.standalone.replay;

/**
 * A line that the service did not take.
 *
 * @param code the service's code, such as {@code intensity-out-of-range}
 * @param detail what is wrong and how to mend it
 * @param retryable whether the same line may be taken later
 */
public record Rejection(Line line, String code, String detail, boolean retryable) {
    /** The code of what the token may not do. */
    static final String NOT_ALLOWED = "not-allowed";

    /** Whether it was not taken because of the token, and not because of itself. */
    boolean isNotAllowed() {
        return code.equals(NOT_ALLOWED);
    }

    /** {@code FILE:NUMBER: code detail}. */
    public String text() {
        return line.place() + ": " + code + " " + detail;
    }
}
