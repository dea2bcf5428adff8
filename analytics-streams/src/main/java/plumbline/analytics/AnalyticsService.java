package plumbline.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.analytics.fold.PatientFold;
import plumbline.analytics.history.Retention;
import plumbline.analytics.topology.AnalyticsStream;
import plumbline.analytics.topology.AnalyticsTopology;
import plumbline.analytics.topology.StreamProperties;
import plumbline.analytics.view.Forwarding;
import plumbline.analytics.view.TimelineApi;
import plumbline.chassis.auth.TokenVerifier;
import plumbline.chassis.config.Closing;
import plumbline.chassis.config.StartFailure;
import plumbline.chassis.door.BearerDoor;
import plumbline.chassis.http.HttpServer;
import plumbline.chassis.http.Metrics;
import plumbline.chassis.http.Routes;
import plumbline.chassis.http.Upkeep;
import plumbline.chassis.kafka.StreamsMeters;
import plumbline.chassis.kafka.Topics;
import plumbline.contract.topic.Topic;

/** The running analytics service. */
public final class AnalyticsService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnalyticsService.class);
    private static final Duration TOPICS_WAIT = Duration.ofMinutes(1);

    private final Closing closing;
    private final HttpServer http;
    private final AnalyticsStream stream;

    private AnalyticsService(Closing closing, HttpServer http, AnalyticsStream stream) {
        this.closing = closing;
        this.http = http;
        this.stream = stream;
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
                topics.await(
                        List.of(Topic.PAIN_REPORTS, Topic.ACTIVITY_BOUTS, Topic.PATIENTS, Topic.ERASURES), TOPICS_WAIT);
            }
            Metrics metrics = closing.opened(Metrics.start());
            AnalyticsStream stream = closing.opened(new AnalyticsStream(
                    AnalyticsTopology.build(
                            config.kafka()::name,
                            new PatientFold(config.policy(), Retention.LIVE),
                            clock,
                            new MeterTally(metrics.registry())),
                    StreamProperties.of(config.kafka(), config.streams(), config.stateDir()),
                    clock));
            StreamsMeters.bind(metrics.registry(), stream::metrics);
            TokenVerifier tokens = TokenVerifier.of(config.auth());
            Routes routes = Routes.blocking();
            Upkeep.add(routes, metrics.registry(), () -> stream.readiness().and(tokens.readiness()));
            new TimelineApi(
                            stream.timelines(
                                    config.streams().advertised(),
                                    config.http().tls().isPresent() ? "https" : "http"),
                            new Forwarding(),
                            new BearerDoor(tokens))
                    .addTo(routes);
            HttpServer http = closing.opened(HttpServer.start(config.http(), routes));
            stream.start();
            LOG.info(
                    "event=started service=analytics port={} policy={}",
                    http.port(),
                    config.policy().version());
            return new AnalyticsService(closing, http, stream);
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
        return stream.readiness().ready();
    }

    @Override
    public void close() {
        closing.close();
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
