package plumbline.ingest.http;

import java.util.concurrent.atomic.AtomicLong;

/** What all requests under way hold in memory together, within bounds. */
final class InFlight {
    private final Bounds bounds;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong events = new AtomicLong();

    InFlight(Bounds bounds) {
        this.bounds = bounds;
    }

    long bytes() {
        return bytes.get();
    }

    long events() {
        return events.get();
    }

    /** The share of one request, which holds nothing yet. */
    Share share() {
        return new Share();
    }

    private static boolean take(AtomicLong total, long amount, long most) {
        if (total.addAndGet(amount) <= most) {
            return true;
        }
        total.addAndGet(-amount);
        return false;
    }

    /** What one request holds until it is closed; once closed, it takes no more. */
    final class Share implements AutoCloseable {
        private boolean closed;
        private long heldBytes;
        private long heldEvents;

        /** Holds more bytes, if there is room. */
        synchronized boolean addBytes(long amount) {
            boolean room = !closed && take(bytes, amount, bounds.bytes());
            heldBytes += room ? amount : 0;
            return room;
        }

        /** Lets go of bytes that were held. */
        synchronized void letGo(long amount) {
            if (!closed) {
                bytes.addAndGet(-amount);
                heldBytes -= amount;
            }
        }

        /** Holds so many events in all, if there is room for those that are new. */
        synchronized boolean holdEvents(int all) {
            long amount = all - heldEvents;
            boolean room = !closed && take(events, amount, bounds.events());
            heldEvents += room ? amount : 0;
            return room;
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                bytes.addAndGet(-heldBytes);
                events.addAndGet(-heldEvents);
            }
        }
    }
}
