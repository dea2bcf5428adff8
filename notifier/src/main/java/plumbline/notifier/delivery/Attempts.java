package plumbline.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.Phase;

/** The bounded pool of one lane: makes one attempt per command, and reports what came of it. */
final class Attempts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    /** How many attempts of one lane are under way at most. */
    static final int AT_ONCE = 16;

    private static final Duration GRACE = Duration.ofSeconds(8);

    private final Channels channels;
    private final Reports reports;
    private final AttemptMeters meters;
    private final InstantSource clock;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final ExecutorService pool;

    Attempts(Channels channels, Reports reports, MeterRegistry metrics, InstantSource clock) {
        this.channels = channels;
        this.reports = reports;
        this.meters = new AttemptMeters(metrics);
        this.clock = clock;
        this.pool = Executors.newFixedThreadPool(AT_ONCE);
    }

    boolean hasRoomFor(int more) {
        return room.availablePermits() >= more;
    }

    ProducerRecord<String, byte[]> started(Notification command) {
        return reports.record(DeliveryReport.started(command, clock.instant()));
    }

    /** Makes the attempt on a thread of the pool. */
    void make(Notification command) {
        room.acquireUninterruptibly();
        pool.execute(() -> {
            try {
                reports.send(attempt(command));
            } finally {
                room.release();
            }
        });
    }

    private DeliveryReport attempt(Notification command) {
        Instant begin = clock.instant();
        Attempt attempt = begin.isBefore(command.expires()) ? send(command) : Attempt.of(Outcome.EXPIRED);
        Instant end = clock.instant();
        meters.count(command.lane(), command.channel(), attempt.outcome());
        return new DeliveryReport(
                command.id(),
                command.alert(),
                command.patient(),
                command.attempt(),
                Phase.FINAL,
                end,
                Optional.of(attempt.outcome()),
                attempt.httpStatus(),
                attempt.retryAfter()
                        .map(after -> OptionalLong.of(after.toMillis()))
                        .orElse(OptionalLong.empty()),
                OptionalLong.of(Math.max(0, Duration.between(begin, end).toMillis())));
    }

    /** A bug in a channel must not lose the report: whether something was sent is then in doubt. */
    private Attempt send(Notification command) {
        try {
            return channels.of(command).send(command);
        } catch (RuntimeException bug) {
            LOG.error(
                    "event=attempt-failed delivery={} channel={}",
                    command.id(),
                    command.channel().code(),
                    bug);
            return Attempt.of(Outcome.IN_DOUBT);
        }
    }

    /** Lets what is under way end, for a while. */
    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException stop) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
