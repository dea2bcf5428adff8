package plumbline.analytics.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a thread that failed: a new one takes its work, for most faults are the broker's and pass. When they keep coming
 * the instance stops working and says that it is not ready: going on would lose events, and nothing here may be lost.
 */
final class Faults implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final int MOST = 10;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final Deque<Instant> faults = new ArrayDeque<>();

    Faults(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable fault) {
        Instant now = clock.instant();
        faults.addLast(now);
        while (faults.getFirst().isBefore(now.minus(WITHIN))) {
            faults.removeFirst();
        }
        boolean giveUp = faults.size() > MOST;
        LOG.error("event=stream-thread-failed faults={} action={}", faults.size(), giveUp ? "stop" : "replace", fault);
        return giveUp ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT : StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
