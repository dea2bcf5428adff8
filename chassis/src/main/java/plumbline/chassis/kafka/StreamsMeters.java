package plumbline.chassis.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * What Kafka Streams tells of itself, of which operators need four figures: the lag, the commit, the restoring and the threads. Its
 * several hundred others stay where they are.
 */
public final class StreamsMeters {
    private static final String CONSUMER = "consumer-fetch-manager-metrics";
    private static final double MILLIS = 1e3;

    private final Supplier<Map<MetricName, ? extends Metric>> metrics;

    private StreamsMeters(Supplier<Map<MetricName, ? extends Metric>> metrics) {
        this.metrics = metrics;
    }

    /**
     * Registers the gauges.
     *
     * @param metrics asked at each scrape, as of {@code KafkaStreams.metrics()}
     */
    public static void bind(MeterRegistry registry, Supplier<Map<MetricName, ? extends Metric>> metrics) {
        StreamsMeters meters = new StreamsMeters(metrics);
        gauge(registry, "lag.records", "Records of the input that wait to be read", meters::lag);
        gauge(registry, "commit.seconds", "What a commit takes, the slowest thread's mean", meters::commit);
        gauge(registry, "restoring.records", "Records of the changelog still to restore", meters::restoring);
        gauge(registry, "failed.threads", "Threads that failed since the start", meters::failed);
    }

    private static void gauge(MeterRegistry registry, String name, String meaning, Supplier<Number> value) {
        Gauge.builder("plumbline.streams." + name, value).description(meaning).register(registry);
    }

    private double lag() {
        return values(CONSUMER, "records-lag", name -> !isRestoring(name)).sum();
    }

    private double commit() {
        return values("stream-thread-metrics", "commit-latency-avg", name -> true)
                        .max()
                        .orElse(0)
                / MILLIS;
    }

    private double restoring() {
        return values("stream-task-metrics", "restore-remaining-records-total", name -> true)
                .sum();
    }

    private double failed() {
        return values("stream-metrics", "failed-stream-threads", name -> true).sum();
    }

    private static boolean isRestoring(MetricName name) {
        return name.tags().getOrDefault("client-id", "").endsWith("-restore-consumer");
    }

    /** The values of one name over all threads, tasks or partitions; those that say nothing yet are left out. */
    private DoubleStream values(String group, String name, Predicate<MetricName> counts) {
        return metrics.get().entrySet().stream()
                .filter(entry -> entry.getKey().group().equals(group)
                        && entry.getKey().name().equals(name)
                        && counts.test(entry.getKey()))
                .map(entry -> entry.getValue().metricValue())
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .filter(Double::isFinite);
    }
}
