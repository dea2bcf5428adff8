package plumbline.ingest.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.event.Event;
import plumbline.ingest.publish.EventLog;

/** A log in memory that can be slow, lossy or away. */
final class FakeLog implements EventLog {
    private final List<Event> stored = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private boolean holding;
    private boolean reachable = true;
    private Function<Event, Optional<ErrorCode>> loss = event -> Optional.empty();

    synchronized List<Event> stored() {
        return List.copyOf(stored);
    }

    /** Keeps nothing of what was stored. */
    synchronized void forget() {
        stored.clear();
    }

    synchronized int heldCount() {
        return held.size();
    }

    /** From now on, receipts wait for {@link #release()}. */
    synchronized void hold() {
        holding = true;
    }

    void release() {
        List<Runnable> now;
        synchronized (this) {
            holding = false;
            now = List.copyOf(held);
            held.clear();
        }
        now.forEach(Runnable::run);
    }

    synchronized void lose(Function<Event, Optional<ErrorCode>> which) {
        loss = which;
    }

    synchronized void goAway() {
        reachable = false;
    }

    @Override
    public synchronized boolean isReachable() {
        return reachable;
    }

    @Override
    public void append(List<Event> events, Instant acceptedAt, Receipt receipt) {
        for (int i = 0; i < events.size(); i++) {
            int position = i;
            Event event = events.get(i);
            Runnable delivery = () -> deliver(event, position, receipt);
            synchronized (this) {
                if (holding) {
                    held.add(delivery);
                    continue;
                }
            }
            delivery.run();
        }
    }

    private void deliver(Event event, int position, Receipt receipt) {
        Optional<ErrorCode> lost;
        synchronized (this) {
            lost = loss.apply(event);
            if (lost.isEmpty()) {
                stored.add(event);
            }
        }
        lost.ifPresentOrElse(why -> receipt.lost(position, why), () -> receipt.stored(position));
    }

    @Override
    public void close() {}
}
