package plumbline.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamsMetersTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Map<MetricName, Metric> metrics = new HashMap<>();

    @BeforeEach
    void bind() {
        StreamsMeters.bind(registry, () -> metrics);
    }

    @Test
    void addsUpTheLagOfAllPartitionsButNotOfWhatRestores() {
        partition("thread-1-consumer", "0", 3.0);
        partition("thread-2-consumer", "1", 4.0);
        partition("thread-2-consumer", "2", Double.NaN);
        partition("thread-1-restore-consumer", "0", 500.0);

        assertThat(gauge("plumbline.streams.lag.records")).isEqualTo(7);
    }

    @Test
    void tellsTheSlowestCommitInSeconds() {
        add("stream-thread-metrics", "commit-latency-avg", Map.of("thread-id", "1"), 20.0);
        add("stream-thread-metrics", "commit-latency-avg", Map.of("thread-id", "2"), 50.0);

        assertThat(gauge("plumbline.streams.commit.seconds")).isEqualTo(0.05);
    }

    @Test
    void tellsWhatIsStillToRestore() {
        add("stream-task-metrics", "restore-remaining-records-total", Map.of("task-id", "0_0"), 100.0);
        add("stream-task-metrics", "restore-remaining-records-total", Map.of("task-id", "0_1"), 20.0);

        assertThat(gauge("plumbline.streams.restoring.records")).isEqualTo(120);
    }

    @Test
    void countsFailedThreads() {
        add("stream-metrics", "failed-stream-threads", Map.of(), 1L);
        add("stream-metrics", "state", Map.of(), "RUNNING");

        assertThat(gauge("plumbline.streams.failed.threads")).isEqualTo(1);
    }

    @Test
    void isZeroWhileKafkaStreamsSaysNothing() {
        assertThat(gauge("plumbline.streams.commit.seconds")).isZero();
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    private void partition(String client, String partition, double lag) {
        Map<String, String> tags = Map.of("client-id", client, "topic", "pain-reports-v1", "partition", partition);
        add("consumer-fetch-manager-metrics", "records-lag", tags, lag);
    }

    private void add(String group, String name, Map<String, String> tags, Object value) {
        MetricName key = new MetricName(name, group, "", tags);
        metrics.put(key, new Metric() {
            @Override
            public MetricName metricName() {
                return key;
            }

            @Override
            public Object metricValue() {
                return value;
            }
        });
    }
}
