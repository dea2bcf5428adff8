package plumbline.notifier;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plumbline.chassis.config.Closing;
import plumbline.chassis.http.HttpServer;
import plumbline.chassis.http.Metrics;
import plumbline.chassis.http.Routes;
import plumbline.chassis.http.Upkeep;
import plumbline.chassis.kafka.Topics;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.topic.Topic;
import plumbline.notifier.casework.Casework;
import plumbline.notifier.casework.Practice;
import plumbline.notifier.delivery.Channel;
import plumbline.notifier.delivery.Channels;
import plumbline.notifier.delivery.Destinations;
import plumbline.notifier.delivery.Lanes;
import plumbline.notifier.delivery.LogChannel;
import plumbline.notifier.delivery.WebhookChannel;
import plumbline.notifier.library.LibraryFiles;
import plumbline.notifier.text.Library;
import plumbline.notifier.topology.CaseworkMetrics;
import plumbline.notifier.topology.CaseworkStreams;
import plumbline.notifier.topology.CaseworkTopology;

/** The notifier, running: casework, a delivery worker for each lane, and what people see of it over HTTP. */
public final class NotifierService implements AutoCloseable {
    /** The care team of everybody who has no other. */
    public static final String DEFAULT_TEAM = "default";

    private static final Duration WAIT_FOR_ANALYTICS = Duration.ofMinutes(2);

    private final HttpServer http;
    private final Closing closing;

    private NotifierService(HttpServer http, Closing closing) {
        this.http = http;
        this.closing = closing;
    }

    /**
     * Wires and opens everything.
     *
     * @throws plumbline.chassis.config.StartFailure if Kafka or the port cannot be had
     */
    public static NotifierService start(NotifierConfig config) {
        Closing closing = new Closing();
        try {
            return open(config, closing);
        } catch (RuntimeException failure) {
            closing.close();
            throw failure;
        }
    }

    private static NotifierService open(NotifierConfig config, Closing closing) {
        Library library = LibraryFiles.load();
        try (Topics topics = new Topics(config.kafka())) {
            topics.create(Topic.Owner.NOTIFIER);
            topics.await(List.of(Topic.FINDINGS), WAIT_FOR_ANALYTICS);
        }
        Metrics metrics = closing.opened(Metrics.start());
        Casework casework = new Casework(practice(config.outreach(), library));
        CaseworkStreams streams = closing.opened(CaseworkStreams.start(
                config.kafka(),
                config.dataDir(),
                CaseworkTopology.build(
                        config.kafka(), casework, new CaseworkMetrics(metrics.registry()), Clock.systemUTC())));
        closing.opened(Lanes.start(config.kafka(), channels(config.outreach()), metrics.registry()));
        Routes routes = Routes.blocking();
        Upkeep.add(routes, metrics.registry(), streams::readiness);
        return new NotifierService(closing.opened(HttpServer.start(config.http(), routes)), closing);
    }

    private static Practice practice(Outreach outreach, Library library) {
        List<ChannelKind> team = outreach.careTeam().isPresent()
                ? List.of(ChannelKind.LOG, ChannelKind.WEBHOOK)
                : List.of(ChannelKind.LOG);
        ChannelKind patient = outreach.patients().isPresent() ? ChannelKind.WEBHOOK : ChannelKind.LOG;
        String console = outreach.console().toString().replaceAll("/+$", "");
        return new Practice(DEFAULT_TEAM, team, patient, console, library);
    }

    private static Channels channels(Outreach outreach) {
        Map<RecipientKind, Channel> webhooks = new HashMap<>();
        Destinations destinations = outreach.allowPrivate() ? Destinations.ANY : Destinations.PUBLIC_ONLY;
        outreach.keys().ifPresent(keys -> {
            outreach.careTeam()
                    .ifPresent(uri -> webhooks.put(
                            RecipientKind.CARE_TEAM,
                            new WebhookChannel(uri, keys, destinations, Clock.systemUTC(), WebhookChannel.READ)));
            outreach.patients()
                    .ifPresent(uri -> webhooks.put(
                            RecipientKind.PATIENT,
                            new WebhookChannel(uri, keys, destinations, Clock.systemUTC(), WebhookChannel.READ)));
        });
        return new Channels(new LogChannel(), webhooks);
    }

    /** The port on which it answers. */
    public int port() {
        return http.port();
    }

    @Override
    public void close() {
        closing.close();
    }
}
