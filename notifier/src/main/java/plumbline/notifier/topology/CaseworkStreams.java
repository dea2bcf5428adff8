package plumbline.notifier.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.chassis.http.Readiness;
import plumbline.chassis.kafka.BrokerContact;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.notifier.casework.Teams;

/** Casework, running in Kafka Streams with exactly-once processing. */
public final class CaseworkStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CaseworkStreams.class);
    private static final Duration CLOSE = Duration.ofSeconds(10);

    /** Half of what an urgent alert waits for on its way out. */
    private static final int COMMIT_MILLIS = 50;

    private final KafkaStreams streams;

    private CaseworkStreams(KafkaStreams streams) {
        this.streams = streams;
    }

    /** Starts to work; the state is restored first, which {@link #readiness} tells. */
    public static CaseworkStreams start(
            KafkaSettings kafka, Path dataDir, Optional<String> instance, Topology topology) {
        Properties properties = properties(kafka, dataDir);
        instance.ifPresent(name -> properties.put(StreamsConfig.mainConsumerPrefix("group.instance.id"), name));
        KafkaStreams streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(failure -> {
            LOG.error("event=stream-thread-failed", failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        streams.start();
        return new CaseworkStreams(streams);
    }

    static Properties properties(KafkaSettings kafka, Path dataDir) {
        Map<String, Object> needed = new HashMap<>();
        needed.put(StreamsConfig.APPLICATION_ID_CONFIG, kafka.topicPrefix() + "notifier-casework");
        needed.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        needed.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        needed.put(StreamsConfig.STATE_DIR_CONFIG, dataDir.resolve("notifier").toString());
        needed.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, kafka.replication());
        // What is erased leaves the changelogs within a day or two.
        needed.put(
                StreamsConfig.topicPrefix(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG),
                Duration.ofDays(1).toMillis());
        needed.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, kafka.replication() > 1 ? 1 : 0);
        needed.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        needed.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocks.class);
        needed.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        Properties properties = new Properties();
        properties.putAll(kafka.client(needed));
        return properties;
    }

    /** Whether casework runs and Kafka is there, or what it is doing instead. */
    public Readiness readiness() {
        KafkaStreams.State state = streams.state();
        return Readiness.of(
                        "casework",
                        state == KafkaStreams.State.RUNNING,
                        state.toString().toLowerCase(Locale.ROOT))
                .and(BrokerContact.readiness(streams.metrics()));
    }

    /** The directory of care teams; empty while it is being restored. */
    public Teams teams() {
        return id -> {
            try {
                return new TeamStore(streams.store(StoreQueryParameters.fromNameAndType(
                                CaseworkTopology.TEAMS, QueryableStoreTypes.keyValueStore())))
                        .find(id);
            } catch (InvalidStateStoreException restoring) {
                return Optional.empty();
            }
        };
    }

    /** What Kafka Streams measures of itself. */
    public Map<MetricName, ? extends Metric> metrics() {
        return streams.metrics();
    }

    @Override
    public void close() {
        // Leaving the group spares the next start the wait until the group misses this member (45 s).
        streams.close(CloseOptions.timeout(CLOSE).withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }
}
