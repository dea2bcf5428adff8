package plumbline.notifier.delivery;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that serves one lane: again and again one {@link LaneSession}, which lasts until Kafka interrupts it (a rebalance that
 * fences it, a broker that goes away).
 */
final class DeliveryWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final LaneClients clients;
    private final Attempts attempts;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread;

    private DeliveryWorker(LaneClients clients, Attempts attempts) {
        this.clients = clients;
        this.attempts = attempts;
        this.thread = new Thread(this::run, "delivery-" + clients.lane().code());
    }

    /** Begins to serve; the worker closes the attempts. */
    static DeliveryWorker start(LaneClients clients, Attempts attempts) {
        DeliveryWorker worker = new DeliveryWorker(clients, attempts);
        worker.thread.start();
        return worker;
    }

    private void run() {
        while (!stopped.get()) {
            try (LaneSession session = LaneSession.open(clients, attempts)) {
                session.run(stopped::get);
            } catch (RuntimeException interrupted) {
                LOG.warn("event=lane-interrupted lane={}", clients.lane().code(), interrupted);
                pause();
            }
        }
    }

    private void pause() {
        synchronized (stopped) {
            if (!stopped.get()) {
                try {
                    stopped.wait(PAUSE.toMillis());
                } catch (InterruptedException stop) {
                    stopped.set(true);
                }
            }
        }
    }

    /** Takes nothing more, and lets what was started end. */
    @Override
    public void close() {
        synchronized (stopped) {
            stopped.set(true);
            stopped.notifyAll();
        }
        try {
            thread.join(GRACE.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        attempts.close();
    }
}
