package plumbline.ingest.intake;

import java.util.Optional;

/** How the events of a body are written. */
public interface Dialect {

    /** Reads the first bytes of the array as a body in this dialect. */
    Envelope open(byte[] body, int length);

    /** Begins to read a body while it arrives; empty where it can only be read whole. */
    default Optional<Unfolding> unfold() {
        return Optional.empty();
    }

    /** Whether even a short body takes long to read. */
    default boolean isCostly() {
        return false;
    }
}
