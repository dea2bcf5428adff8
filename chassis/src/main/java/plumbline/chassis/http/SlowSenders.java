package plumbline.chassis.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections on which one header or one body takes too long to arrive. The limit on silence does not see a client that holds a
 * connection by sending a byte now and then.
 */
final class SlowSenders extends AbstractLifeCycle implements Connection.Listener {
    private static final int LOOKS_WITHIN_LIMIT = 10;

    private final Scheduler scheduler;
    private final Duration limit;
    private final Map<Connection, Arrival> arrivals = new ConcurrentHashMap<>();

    SlowSenders(Scheduler scheduler, Duration limit) {
        this.scheduler = scheduler;
        this.limit = limit;
    }

    /**
     * What was arriving at the last look.
     *
     * @param step grows with each header that is complete and each answer that begins
     * @param bytes that had come by then
     * @param pending whether bytes came that neither completed a header nor were answered yet
     * @param since when the first of them was seen, in nanoseconds
     */
    private record Arrival(long step, long bytes, boolean pending, long since) {

        /** A connection just opened owes its first header, be it that of a TLS handshake. */
        static Arrival first() {
            return new Arrival(0, 0, true, System.nanoTime());
        }

        Arrival then(long stepNow, long bytesNow, long now) {
            if (stepNow != step) {
                return new Arrival(stepNow, bytesNow, false, now);
            }
            return pending ? this : new Arrival(step, bytesNow, bytesNow > bytes, now);
        }

        boolean isLate(long now, Duration limit) {
            return pending && now - since > limit.toNanos();
        }
    }

    @Override
    protected void doStart() {
        lookLater();
    }

    @Override
    public void onOpened(Connection connection) {
        if (!(connection instanceof SslConnection)) {
            arrivals.put(connection, Arrival.first());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        arrivals.remove(connection);
    }

    private void lookLater() {
        var unused = scheduler.schedule(
                this::look, Math.max(1, limit.toMillis() / LOOKS_WITHIN_LIMIT), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!isRunning()) {
            return;
        }
        long now = System.nanoTime();
        for (Connection connection : arrivals.keySet()) {
            long step = connection.getMessagesIn() + connection.getMessagesOut();
            Arrival arrival =
                    arrivals.computeIfPresent(connection, (key, last) -> last.then(step, key.getBytesIn(), now));
            if (arrival != null && arrival.isLate(now, limit)) {
                connection.getEndPoint().close(new TimeoutException("a request took too long to arrive"));
            }
        }
        lookLater();
    }
}
