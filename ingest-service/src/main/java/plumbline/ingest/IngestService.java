package plumbline.ingest;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.chassis.auth.TokenVerifier;
import plumbline.chassis.config.Closing;
import plumbline.chassis.http.HttpServer;
import plumbline.chassis.http.Metrics;
import plumbline.chassis.http.Readiness;
import plumbline.ingest.directory.Directory;
import plumbline.ingest.directory.DirectoryFeed;
import plumbline.ingest.http.IngestRoutes;
import plumbline.ingest.http.PatientsEndpoint;
import plumbline.ingest.publish.KafkaEventLog;
import plumbline.ingest.publish.KafkaProfileLog;

/** The running ingest service. */
public final class IngestService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);

    private final Closing parts;
    private final HttpServer server;

    private IngestService(Closing parts, HttpServer server) {
        this.parts = parts;
        this.server = server;
    }

    /**
     * Starts the service. Where Kafka is away it starts all the same: it is alive but not ready, answers 503, and creates its topics
     * when Kafka comes.
     *
     * @throws plumbline.chassis.config.StartFailure if a port, a file of keys or a Kafka setting cannot be used
     */
    public static IngestService start(IngestConfig config) {
        Closing parts = new Closing();
        try {
            TokenVerifier tokens = TokenVerifier.of(config.auth());
            Metrics metrics = parts.opened(Metrics.start());
            KafkaEventLog log = parts.opened(KafkaEventLog.open(config.kafka()));
            Directory directory = new Directory();
            DirectoryFeed feed = parts.opened(DirectoryFeed.start(config.kafka(), directory));
            var routes = IngestRoutes.of(
                    tokens,
                    log,
                    InstantSource.system(),
                    metrics.registry(),
                    () -> Readiness.of("kafka", log.isReachable(), log.state())
                            .and(feed.readiness())
                            .and(tokens.readiness()));
            new PatientsEndpoint(
                            tokens,
                            new KafkaProfileLog(log, config.kafka()),
                            directory,
                            InstantSource.system(),
                            metrics.registry())
                    .addTo(routes);
            HttpServer server = parts.opened(HttpServer.start(config.http(), routes));
            LOG.info("event=started service=ingest port={} kafka={}", server.port(), log.state());
            return new IngestService(parts, server);
        } catch (RuntimeException failure) {
            parts.close();
            throw failure;
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Takes no more requests, finishes those under way and what they store, and leaves within 15 s. */
    @Override
    public void close() {
        parts.close();
    }
}
