package plumbline.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The bounded pool of one endpoint in one lane, and its breaker. What hangs there fills this pool and no other. */
final class EndpointPool {
    /** How many attempts are under way at most. */
    static final int AT_ONCE = 8;

    /** How many more may wait for them. */
    static final int WAITING = 16;

    /** Without an end of any attempt for so long, a full pool is not waited for. */
    static final Duration STUCK = Duration.ofSeconds(1);

    private static final int IDLE_SECONDS = 10;
    private static final int LAST_WORDS_SECONDS = 1;

    final Breaker breaker = new Breaker();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            AT_ONCE, AT_ONCE, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING));
    private int taken;
    private Instant moved = Instant.MIN;

    EndpointPool() {
        pool.allowCoreThreadTimeOut(true);
    }

    /** Whether so many more may come; also if it is stuck, for then they are turned away at once. */
    synchronized boolean isReadyFor(int more, Instant now) {
        return taken + more <= AT_ONCE + WAITING || isStuck(now);
    }

    private boolean isStuck(Instant now) {
        return taken >= AT_ONCE && !now.isBefore(moved.plus(STUCK));
    }

    /** Takes an attempt; false: the pool is full or closed, and nothing happens. */
    synchronized boolean take(Runnable attempt, Instant now) {
        if (taken == AT_ONCE + WAITING || pool.isShutdown()) {
            return false;
        }
        if (taken == 0) {
            moved = now;
        }
        taken++;
        pool.execute(attempt);
        return true;
    }

    /** Takes note that an attempt has ended. */
    synchronized void ended(Instant now) {
        taken--;
        moved = now;
    }

    /** Takes nothing more, and runs what waits on this thread: it will find that it is too late to begin. */
    void shutdown() {
        List<Runnable> waiting = new ArrayList<>();
        synchronized (this) {
            pool.shutdown();
            pool.getQueue().drainTo(waiting);
        }
        waiting.forEach(Runnable::run);
    }

    /** Waits for what is under way until a moment of {@link System#nanoTime()}, then interrupts it, and hears what it says to that. */
    void await(long deadline) throws InterruptedException {
        if (!pool.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            pool.shutdownNow();
            pool.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
        }
    }
}
