package plumbline.standalone.installation;

import java.net.URI;
import java.util.List;
import plumbline.analytics.AnalyticsConfig;
import plumbline.analytics.AnalyticsService;
import plumbline.chassis.config.Closing;
import plumbline.ingest.IngestConfig;
import plumbline.ingest.IngestService;
import plumbline.notifier.NotifierConfig;
import plumbline.notifier.NotifierService;
import plumbline.standalone.kafka.EmbeddedKafka;
import plumbline.standalone.preflight.DirectoryLock;
import plumbline.standalone.preflight.Preflight;

/** A running Plumbline: a broker and the three services, each started by its own {@code start}. */
public final class Installation implements AutoCloseable {
    private final Closing closing;
    private final URI ingest;
    private final URI analytics;
    private final URI notifier;

    private Installation(Closing closing, URI ingest, URI analytics, URI notifier) {
        this.closing = closing;
        this.ingest = ingest;
        this.analytics = analytics;
        this.notifier = notifier;
    }

    /**
     * Checks the machine, then starts everything, and returns when every service is ready.
     *
     * @throws plumbline.standalone.preflight.Obstacle if something is in the way
     * @throws plumbline.chassis.config.StartFailure if a service cannot start
     * @throws plumbline.chassis.config.InvalidSettings if the environment cannot be used
     */
    public static Installation start(Plan plan) {
        check(plan);
        Closing closing = new Closing();
        try {
            return open(plan, closing);
        } catch (RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    private static Installation open(Plan plan, Closing closing) {
        closing.opened(DirectoryLock.take(plan.directory()));
        String bootstrap = plan.kafka()
                .orElseGet(() ->
                        closing.opened(EmbeddedKafka.start(plan.kafkaData())).bootstrap());
        Surroundings surroundings = new Surroundings(plan, bootstrap);
        Plan.Ports ports = plan.ports();
        IngestService ingest = closing.opened(IngestService.start(
                IngestConfig.fromEnvironment(surroundings.of("ingest", ports.ingest(), IngestConfig.SETTINGS))));
        AnalyticsService analytics = closing.opened(AnalyticsService.start(AnalyticsConfig.fromEnvironment(
                surroundings.of("analytics", ports.analytics(), AnalyticsConfig.SETTINGS))));
        NotifierService notifier = closing.opened(NotifierService.start(NotifierConfig.fromEnvironment(
                surroundings.of("notifier", ports.notifier(), NotifierConfig.SETTINGS))));
        Installation installation =
                new Installation(closing, address(ingest.port()), address(analytics.port()), address(notifier.port()));
        Ready ready = new Ready();
        List.of(installation.ingest, installation.analytics, installation.notifier)
                .forEach(ready::await);
        return installation;
    }

    private static void check(Plan plan) {
        Surroundings.requireKnown(
                plan.environment(), List.of(IngestConfig.SETTINGS, AnalyticsConfig.SETTINGS, NotifierConfig.SETTINGS));
        Preflight.machine();
        Preflight.directory(plan.directory());
        Plan.Ports ports = plan.ports();
        Preflight.port(ports.ingest(), "the ingest service", "choose another with --ingest-port");
        Preflight.port(ports.analytics(), "the analytics service", "choose another with --analytics-port");
        Preflight.port(ports.notifier(), "the console", "choose another with --notifier-port");
    }

    private static URI address(int port) {
        return URI.create("http://localhost:" + port);
    }

    /** The address of the ingest service. */
    public URI ingest() {
        return ingest;
    }

    /** The address of the analytics service. */
    public URI analytics() {
        return analytics;
    }

    /** The address of the notifier and its console. */
    public URI notifier() {
        return notifier;
    }

    @Override
    public void close() {
        closing.close();
    }
}
