package plumbline.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.delivery.Lane;
import plumbline.contract.topic.Topic;

/** All lanes, served: a worker with a pool for each, and one producer for what they report. */
public final class Lanes implements AutoCloseable {
    private final Reports reports;
    private final List<DeliveryWorker> workers;

    private Lanes(Reports reports, List<DeliveryWorker> workers) {
        this.reports = reports;
        this.workers = workers;
    }

    /** Begins to serve. */
    public static Lanes start(
            KafkaSettings kafka, Optional<String> instance, Channels channels, MeterRegistry metrics) {
        Reports reports = new Reports(LaneClients.reports(kafka), kafka.name(Topic.DELIVERIES));
        List<DeliveryWorker> workers = Arrays.stream(Lane.values())
                .map(lane -> DeliveryWorker.start(
                        new LaneClients(kafka, lane, instance),
                        new Attempts(channels, reports, metrics, Clock.systemUTC())))
                .toList();
        return new Lanes(reports, workers);
    }

    /** Lets what was started end, in all lanes at once, for at most some ten seconds. */
    @Override
    public void close() {
        CompletableFuture.allOf(workers.stream()
                        .map(worker -> CompletableFuture.runAsync(worker::close, closer -> new Thread(closer).start()))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        reports.close();
    }
}
