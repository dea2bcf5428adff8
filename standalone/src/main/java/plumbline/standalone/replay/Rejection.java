package plumbline.standalone.replay;

/**
 * A line that the service did not take.
 *
 * @param code the service's code, such as {@code intensity-out-of-range}
 * @param detail what is wrong and how to mend it
 * @param retryable whether the same line may be taken later
 */
public record Rejection(Line line, String code, String detail, boolean retryable) {

    /** {@code FILE:NUMBER: code detail}. */
    public String text() {
        return line.place() + ": " + code + " " + detail;
    }
}
