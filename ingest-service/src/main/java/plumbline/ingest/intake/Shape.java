package plumbline.ingest.intake;

/** How the native events of a body lie in it, which tells where an error is. */
public enum Shape implements Form {
    /** The body is the event. */
    SINGLE,
    /** An array, or one event a line. */
    LIST,
    /** An object with the array {@code events}. */
    WRAPPED;

    /**
     * The JSON pointer of a part of an event.
     *
     * @param field without a leading slash; empty for the event as a whole
     */
    String pointer(int index, String field) {
        String event = switch (this) {
            case SINGLE -> "";
            case LIST -> "/" + index;
            case WRAPPED -> "/events/" + index;
        };
        return field.isEmpty() ? event : event + "/" + field;
    }
}
