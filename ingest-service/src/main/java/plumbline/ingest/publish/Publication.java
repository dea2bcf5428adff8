package plumbline.ingest.publish;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import plumbline.contract.check.ErrorCode;

/**
 * The storing of the events of one request: done when each has its receipt, or when time is up; what has none by then counts as not
 * stored. (It may be stored all the same. To send it again is harmless, for events merge.)
 */
public final class Publication implements EventLog.Receipt {
    private static final Optional<ErrorCode> STORED = Optional.empty();
    private static final Optional<ErrorCode> UNKNOWN = Optional.of(ErrorCode.NOT_STORED);

    private final AtomicReferenceArray<Optional<ErrorCode>> outcomes;
    private final AtomicInteger open;
    private final AtomicBoolean done = new AtomicBoolean();
    private final Consumer<Publication> whenDone;

    /**
     * A publication of so many events, at least one.
     *
     * @param whenDone told once, on the thread that brings the last receipt or says that time is up
     */
    public Publication(int events, Consumer<Publication> whenDone) {
        this.outcomes = new AtomicReferenceArray<>(events);
        this.open = new AtomicInteger(events);
        this.whenDone = whenDone;
    }

    @Override
    public void stored(int position) {
        note(position, STORED);
    }

    @Override
    public void lost(int position, ErrorCode why) {
        note(position, Optional.of(why));
    }

    private void note(int position, Optional<ErrorCode> outcome) {
        outcomes.set(position, outcome);
        if (open.decrementAndGet() == 0) {
            finish();
        }
    }

    /** Ends the waiting; without effect when all is done. */
    public void expire() {
        finish();
    }

    private void finish() {
        if (done.compareAndSet(false, true)) {
            whenDone.accept(this);
        }
    }

    /** Why an event is not known to be stored; empty for one that is. */
    public Optional<ErrorCode> loss(int position) {
        Optional<ErrorCode> outcome = outcomes.get(position);
        return outcome == null ? UNKNOWN : outcome;
    }
}
