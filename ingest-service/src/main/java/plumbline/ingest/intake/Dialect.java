package plumbline.ingest.intake;

/** How the events of a body are written. */
public interface Dialect {

    /** Reads the first bytes of the array as a body in this dialect. */
    Envelope open(byte[] body, int length);

    /** Whether even a short body takes long to read. */
    default boolean isCostly() {
        return false;
    }
}
