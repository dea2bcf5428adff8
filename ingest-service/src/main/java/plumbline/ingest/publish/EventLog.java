package plumbline.ingest.publish;

import java.time.Instant;
import java.util.List;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.event.Event;

/** Where accepted events are kept. */
public interface EventLog extends AutoCloseable {

    /** Whether it can be expected to store anything now. Never waits. */
    boolean isReachable();

    /**
     * Begins to store events, and returns without waiting for them.
     *
     * @param acceptedAt becomes the time of the records
     * @param receipt told once of each event by its position in the list, on any thread, now or later
     */
    void append(List<Event> events, Instant acceptedAt, Receipt receipt);

    /** Finishes what was begun, for a few seconds at most. */
    @Override
    void close();

    /** Learns what became of events. */
    interface Receipt {

        /** The event is stored durably. */
        void stored(int position);

        /** The event is not known to be stored. */
        void lost(int position, ErrorCode why);
    }
}
