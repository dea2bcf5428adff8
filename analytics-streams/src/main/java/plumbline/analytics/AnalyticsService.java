package plumbline.analytics;

import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.analytics.fold.PatientFold;
import plumbline.analytics.history.Retention;
import plumbline.analytics.topology.AnalyticsTopology;
import plumbline.analytics.topology.RocksMemory;
import plumbline.analytics.topology.Tally;
import plumbline.chassis.config.Closing;
import plumbline.chassis.config.StartFailure;
import plumbline.chassis.http.HttpServer;
import plumbline.chassis.http.Metrics;
import plumbline.chassis.http.Routes;
import plumbline.chassis.http.Upkeep;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.chassis.kafka.Topics;
import plumbline.contract.topic.Topic;

/** The running analytics service. */
public final class AnalyticsService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnalyticsService.class);
    private static final Duration TOPICS_WAIT = Duration.ofMinutes(1);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(10);
    private static final int CACHE_BYTES = 32 << 20;

    private final Closing closing;
    private final HttpServer http;
    private final KafkaStreams streams;

    private AnalyticsService(Closing closing, HttpServer http, KafkaStreams streams) {
        this.closing = closing;
        this.http = http;
        this.streams = streams;
    }

    /**
     * Starts the service: it answers over HTTP at once, and is ready when its state is restored.
     *
     * @throws StartFailure if a port, a directory or Kafka cannot be used
     */
    public static AnalyticsService start(AnalyticsConfig config) {
        return start(config, InstantSource.system());
    }

    static AnalyticsService start(AnalyticsConfig config, InstantSource clock) {
        Closing closing = new Closing();
        try {
            prepare(config.stateDir());
            try (Topics topics = new Topics(config.kafka())) {
                topics.create(Topic.Owner.ANALYTICS);
                topics.await(List.of(Topic.PAIN_REPORTS, Topic.ACTIVITY_BOUTS), TOPICS_WAIT);
            }
            Metrics metrics = closing.opened(Metrics.start());
            Restoration restoration = new Restoration();
            KafkaStreams streams = streams(config, clock, new MeterTally(metrics.registry()));
            closing.opened(() -> streams.close(CLOSE_WAIT));
            streams.setUncaughtExceptionHandler(new Faults(clock));
            streams.setGlobalStateRestoreListener(restoration);
            KafkaStreamsMetrics streamsMetrics = closing.opened(new KafkaStreamsMetrics(streams));
            streamsMetrics.bindTo(metrics.registry());
            Routes routes = Routes.nonBlocking();
            Upkeep.add(routes, metrics.registry(), () -> restoration.readiness(streams.state()));
            HttpServer http = closing.opened(HttpServer.start(config.http(), routes));
            streams.start();
            LOG.info(
                    "event=started service=analytics port={} policy={}",
                    http.port(),
                    config.policy().version());
            return new AnalyticsService(closing, http, streams);
        } catch (RuntimeException failure) {
            closing.close();
            throw failure;
        }
    }

    /** The port that it listens on. */
    public int port() {
        return http.port();
    }

    /** Whether its state is restored and it processes events. */
    public boolean isReady() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    @Override
    public void close() {
        closing.close();
    }

    private static KafkaStreams streams(AnalyticsConfig config, InstantSource clock, Tally tally) {
        PatientFold fold = new PatientFold(config.policy(), Retention.LIVE);
        Topology topology = AnalyticsTopology.build(config.kafka()::name, fold, clock, tally);
        return new KafkaStreams(topology, properties(config));
    }

    static Properties properties(AnalyticsConfig config) {
        KafkaSettings kafka = config.kafka();
        StreamsSettings streams = config.streams();
        Map<String, Object> needed = new HashMap<>();
        needed.put(StreamsConfig.APPLICATION_ID_CONFIG, kafka.topicPrefix() + "plumbline-analytics");
        needed.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        needed.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        needed.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        needed.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, streams.threads());
        needed.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, streams.standbys());
        needed.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, streams.commitMillis());
        needed.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, kafka.replication());
        needed.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        needed.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        needed.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class);
        streams.instance()
                .ifPresent(name ->
                        needed.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), name));
        Properties properties = new Properties();
        properties.putAll(kafka.client(needed));
        return properties;
    }

    private static void prepare(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException unwritable) {
            throw refused(directory, unwritable);
        }
        if (!Files.isWritable(directory)) {
            throw refused(directory, new IOException("not writable"));
        }
    }

    private static StartFailure refused(Path directory, IOException cause) {
        return new StartFailure(
                "The data directory " + directory + " cannot be written; make it writable, or set "
                        + AnalyticsConfig.DATA_DIR.name(),
                cause);
    }
}
