package plumbline.analytics.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import plumbline.chassis.kafka.KafkaSettings;

/** What Kafka Streams is told. Its cache is bounded to 32 MB for all threads together. */
public final class StreamProperties {
    private static final int CACHE_BYTES = 32 << 20;

    private StreamProperties() {}

    /** The properties: what the guarantees need overrides what the operator set. */
    public static Properties of(KafkaSettings kafka, StreamsSettings streams, Path stateDir) {
        Map<String, Object> needed = new HashMap<>();
        needed.put(StreamsConfig.APPLICATION_ID_CONFIG, kafka.topicPrefix() + "plumbline-analytics");
        needed.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        needed.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        needed.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        needed.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, streams.threads());
        needed.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, streams.standbys());
        needed.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, streams.commitMillis());
        needed.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, kafka.replication());
        // What is erased leaves the changelogs within a day or two.
        needed.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG),
                Duration.ofDays(1).toMillis());
        needed.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        needed.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        needed.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class);
        streams.advertised().ifPresent(self -> needed.put(StreamsConfig.APPLICATION_SERVER_CONFIG, self));
        streams.instance()
                .ifPresent(name ->
                        needed.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), name));
        Properties properties = new Properties();
        properties.putAll(kafka.client(needed));
        return properties;
    }
}
