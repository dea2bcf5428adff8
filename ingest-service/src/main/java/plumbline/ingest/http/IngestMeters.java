package plumbline.ingest.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.check.ErrorCode;
import plumbline.ingest.intake.Batch;

/**
 * What the ingest service counts. At rest, events received = accepted + the sum of rejected over all codes; in between, the
 * difference is what is under way. Every label has few values, known beforehand.
 */
final class IngestMeters {
    private static final int[] STATUSES = {200, 201, 202, 207, 400, 401, 403, 408, 413, 415, 422, 429, 500, 503};
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2)
    };

    private final Counter received;
    private final Counter accepted;
    private final Map<ErrorCode, Counter> rejected = new EnumMap<>(ErrorCode.class);
    private final Map<Integer, Counter> requests = new HashMap<>();
    private final Counter bytes;
    private final Timer acknowledgement;

    IngestMeters(MeterRegistry registry, InFlight inFlight) {
        received = Counter.builder("plumbline.events.received")
                .description("Events in bodies that could be read")
                .register(registry);
        accepted = Counter.builder("plumbline.events.accepted")
                .description("Events stored durably")
                .register(registry);
        for (ErrorCode code : ErrorCode.values()) {
            rejected.put(
                    code,
                    Counter.builder("plumbline.events.rejected")
                            .description("Events not taken, by the first reason")
                            .tag("code", code.code())
                            .register(registry));
        }
        for (int status : STATUSES) {
            requests.put(
                    status,
                    Counter.builder("plumbline.ingest.requests")
                            .description("Posts of events, by the status of the answer")
                            .tag("status", Integer.toString(status))
                            .register(registry));
        }
        bytes = Counter.builder("plumbline.ingest.body")
                .description("Bytes of whole bodies, after decompression")
                .baseUnit("bytes")
                .register(registry);
        acknowledgement = Timer.builder("plumbline.ingest.acknowledgement")
                .description("From the whole body to Kafka's acknowledgement of all of its events")
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        gauges(registry, inFlight);
    }

    private static void gauges(MeterRegistry registry, InFlight inFlight) {
        Gauge.builder("plumbline.ingest.inflight.bytes", inFlight, InFlight::bytes)
                .description("Bytes of the requests under way")
                .register(registry);
        Gauge.builder("plumbline.ingest.inflight.events", inFlight, InFlight::events)
                .description("Events of the requests under way")
                .register(registry);
    }

    void opened(int events, int bodyBytes) {
        received.increment(events);
        bytes.increment(bodyBytes);
    }

    void settled(Batch batch) {
        accepted.increment(batch.accepted().size());
        batch.rejections()
                .forEach((code, count) ->
                        Optional.ofNullable(rejected.get(code)).ifPresent(counter -> counter.increment(count)));
    }

    void acknowledged(Duration wait) {
        acknowledgement.record(wait);
    }

    void answered(int status) {
        Optional.ofNullable(requests.get(status)).ifPresent(Counter::increment);
    }
}
