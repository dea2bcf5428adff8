package plumbline.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.Phase;

/** Makes one attempt per command of a lane, in a pool for each endpoint, and reports what came of it. */
final class Attempts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);
    private static final Duration GRACE = Duration.ofSeconds(8);

    /** Longer than this no attempt waits in a pool: casework reckons from the start that it was told. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** After what could not be taken casework asks again. */
    static final Duration AGAIN = Duration.ofSeconds(1);

    private final Channels channels;
    private final Reports reports;
    private final AttemptMeters meters;
    private final InstantSource clock;
    private final Map<String, EndpointPool> endpoints = new ConcurrentHashMap<>();
    private volatile boolean closing;

    Attempts(Channels channels, Reports reports, MeterRegistry metrics, InstantSource clock) {
        this.channels = channels;
        this.reports = reports;
        this.meters = new AttemptMeters(metrics);
        this.clock = clock;
    }

    /** Whether so many more may come, for whichever endpoint. */
    boolean hasRoomFor(int more) {
        Instant now = clock.instant();
        return endpoints.values().stream().allMatch(endpoint -> endpoint.isReadyFor(more, now));
    }

    ProducerRecord<String, byte[]> started(Notification command) {
        return reports.record(DeliveryReport.started(command, clock.instant()));
    }

    /** Makes the attempt on a thread of its endpoint's pool; where that is full or closed, says so at once and sends nothing. */
    void make(Notification command) {
        Instant now = clock.instant();
        Channel channel = channels.of(command);
        EndpointPool endpoint = endpoints.computeIfAbsent(channel.endpoint(command), name -> new EndpointPool());
        if (!endpoint.take(() -> run(command, channel, endpoint, now), now)) {
            report(command, now, Attempt.deferred(AGAIN));
        }
    }

    private void run(Notification command, Channel channel, EndpointPool endpoint, Instant taken) {
        Instant begin = clock.instant();
        try {
            report(command, begin, attempt(command, channel, endpoint.breaker, taken, begin));
        } finally {
            endpoint.ended(clock.instant());
        }
    }

    private Attempt attempt(Notification command, Channel channel, Breaker breaker, Instant taken, Instant begin) {
        if (!begin.isBefore(command.expires())) {
            return Attempt.of(Outcome.EXPIRED);
        }
        if (closing || begin.isAfter(taken.plus(PATIENCE))) {
            return Attempt.deferred(AGAIN);
        }
        Optional<Duration> wait = breaker.wait(begin);
        if (wait.isPresent()) {
            return Attempt.deferred(wait.orElseThrow());
        }
        Attempt made = send(command, channel);
        breaker.note(made, clock.instant());
        return made;
    }

    private void report(Notification command, Instant begin, Attempt attempt) {
        Instant end = clock.instant();
        meters.count(command.lane(), command.channel(), attempt.outcome());
        reports.send(new DeliveryReport(
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
                OptionalLong.of(Math.max(0, Duration.between(begin, end).toMillis()))));
    }

    /** A bug in a channel must not lose the report: whether something was sent is then in doubt. */
    private static Attempt send(Notification command, Channel channel) {
        try {
            return channel.send(command);
        } catch (RuntimeException bug) {
            LOG.error(
                    "event=attempt-failed delivery={} channel={}",
                    command.id(),
                    command.channel().code(),
                    bug);
            return Attempt.of(Outcome.IN_DOUBT);
        }
    }

    /** Lets what is under way end, for a while; what has not begun is put off. */
    @Override
    public void close() {
        closing = true;
        endpoints.values().forEach(EndpointPool::shutdown);
        long deadline = System.nanoTime() + GRACE.toNanos();
        try {
            for (EndpointPool endpoint : endpoints.values()) {
                endpoint.await(deadline);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
