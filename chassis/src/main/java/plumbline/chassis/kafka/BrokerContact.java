package plumbline.chassis.kafka;

import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import plumbline.chassis.http.Readiness;

/**
 * Whether the brokers are there for a Streams application, which calls itself running also while they are not. Connections tell of a
 * broker that is gone at once, but not while one is being tried; heartbeats tell of one that is silent.
 */
public final class BrokerContact {
    /** Three heartbeats, which leave every three seconds while there is a coordinator to take them. */
    private static final double LONGEST_SECONDS = 10;

    private BrokerContact() {}

    /**
     * Judges by the consumers that read the input.
     *
     * @param metrics as of {@code KafkaStreams.metrics()}
     */
    public static Readiness readiness(Map<MetricName, ? extends Metric> metrics) {
        boolean connected =
                !values(metrics, "consumer-metrics", "connection-count").allMatch(count -> count == 0);
        boolean beating = values(metrics, "consumer-coordinator-metrics", "last-heartbeat-seconds-ago")
                .allMatch(seconds -> seconds <= LONGEST_SECONDS);
        boolean there = connected && beating;
        return Readiness.of("kafka", there, there ? "reachable" : "unreachable");
    }

    private static DoubleStream values(Map<MetricName, ? extends Metric> metrics, String group, String name) {
        return metrics.entrySet().stream()
                .filter(entry -> entry.getKey().group().equals(group)
                        && entry.getKey().name().equals(name)
                        && !entry.getKey().tags().getOrDefault("client-id", "").endsWith("-restore-consumer"))
                .map(entry -> entry.getValue().metricValue())
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue());
    }
}
