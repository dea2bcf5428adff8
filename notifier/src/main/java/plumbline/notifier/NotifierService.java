package plumbline.notifier;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import plumbline.chassis.auth.TokenVerifier;
import plumbline.chassis.config.Closing;
import plumbline.chassis.door.BearerDoor;
import plumbline.chassis.http.HttpServer;
import plumbline.chassis.http.Metrics;
import plumbline.chassis.http.Routes;
import plumbline.chassis.http.Upkeep;
import plumbline.chassis.kafka.StreamsMeters;
import plumbline.chassis.kafka.Topics;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.topic.Topic;
import plumbline.notifier.access.AccessBook;
import plumbline.notifier.access.AccessLog;
import plumbline.notifier.api.AlertApi;
import plumbline.notifier.api.Gate;
import plumbline.notifier.api.TaskApi;
import plumbline.notifier.api.TeamApi;
import plumbline.notifier.casework.Casework;
import plumbline.notifier.casework.Practice;
import plumbline.notifier.console.Console;
import plumbline.notifier.console.Reception;
import plumbline.notifier.contacts.Contacts;
import plumbline.notifier.contacts.OwnContact;
import plumbline.notifier.delivery.Attempt;
import plumbline.notifier.delivery.Channel;
import plumbline.notifier.delivery.Channels;
import plumbline.notifier.delivery.Lanes;
import plumbline.notifier.delivery.LogChannel;
import plumbline.notifier.delivery.Members;
import plumbline.notifier.delivery.fhir.FhirChannel;
import plumbline.notifier.delivery.http.Destinations;
import plumbline.notifier.delivery.http.Outbound;
import plumbline.notifier.delivery.http.WebhookChannel;
import plumbline.notifier.delivery.mail.MailChannel;
import plumbline.notifier.desk.FrontDesk;
import plumbline.notifier.desk.KafkaCareActions;
import plumbline.notifier.door.Footprints;
import plumbline.notifier.door.Visitors;
import plumbline.notifier.inbox.Inbox;
import plumbline.notifier.inbox.InboxFeed;
import plumbline.notifier.library.LibraryFiles;
import plumbline.notifier.live.LiveStreams;
import plumbline.notifier.tail.Tail;
import plumbline.notifier.text.Library;
import plumbline.notifier.topology.CaseworkMetrics;
import plumbline.notifier.topology.CaseworkStreams;
import plumbline.notifier.topology.CaseworkTopology;

/** The notifier, running: casework, a delivery worker for each lane, and what people see of it over HTTP. */
public final class NotifierService implements AutoCloseable {
    /** The care team of everybody who has no other. */
    public static final String DEFAULT_TEAM = "default";

    private static final Duration WAIT_FOR_ANALYTICS = Duration.ofMinutes(2);
    /** How long an answer waits for the effect of a care action. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(15);
    private static final Duration STREAM_LIFE = Duration.ofMinutes(10);

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
        TokenVerifier tokens = TokenVerifier.of(config.auth());
        try (Topics topics = new Topics(config.kafka())) {
            topics.create(Topic.Owner.NOTIFIER);
            topics.await(List.of(Topic.FINDINGS, Topic.PATIENTS, Topic.ERASURES), WAIT_FOR_ANALYTICS);
        }
        Metrics metrics = closing.opened(Metrics.start());
        Casework casework = new Casework(practice(config.outreach(), library));
        CaseworkStreams streams = closing.opened(CaseworkStreams.start(
                config.kafka(),
                config.dataDir(),
                config.instance(),
                CaseworkTopology.build(
                        config.kafka(), casework, new CaseworkMetrics(metrics.registry()), Clock.systemUTC())));
        StreamsMeters.bind(metrics.registry(), streams::metrics);
        Contacts contacts = new Contacts();
        Tail contactFeed = closing.opened(contacts.follow(config.kafka()));
        Channels channels = channels(config.outreach(), new Members(streams.teams()), contacts, closing);
        closing.opened(Lanes.start(config.kafka(), config.instance(), channels, metrics.registry()));
        Inbox inbox = new Inbox();
        Tail feed = closing.opened(InboxFeed.start(config.kafka(), inbox));
        Routes routes = Routes.nonBlocking();
        Upkeep.add(
                routes,
                metrics.registry(),
                () -> streams.readiness()
                        .and(feed.readiness())
                        .and(contactFeed.readiness())
                        .and(tokens.readiness()));
        LiveStreams live = LiveStreams.start(KEEP_ALIVE, STREAM_LIFE);
        inbox.listen(live::wake);
        KafkaCareActions kept = closing.opened(KafkaCareActions.open(config.kafka()));
        FrontDesk desk = new FrontDesk(inbox, kept, PATIENCE);
        Clock clock = Clock.systemUTC();
        AccessBook book = new AccessBook();
        closing.opened(book.follow(config.kafka()));
        AccessLog log = new AccessLog(UUID.randomUUID().toString(), kept, clock);
        Footprints footprints = new Footprints(log);
        Gate gate = new Gate(new BearerDoor(tokens), footprints);
        boolean https = "https".equals(config.outreach().console().getScheme());
        Visitors visitors = new Visitors(tokens, clock, config.openConsole(), https);
        new TeamApi(streams.teams(), kept, gate, clock).addTo(routes);
        new AlertApi(inbox, desk, live, gate, clock).addTo(routes);
        new TaskApi(inbox, desk, gate, clock).addTo(routes);
        new Console(inbox, desk, live, new Reception(visitors, footprints, book), clock).addTo(routes);
        HttpServer http = closing.opened(HttpServer.start(config.http(), routes));
        closing.opened(live);
        return new NotifierService(http, closing);
    }

    private static Practice practice(Outreach outreach, Library library) {
        List<ChannelKind> team = new ArrayList<>(List.of(ChannelKind.LOG));
        outreach.careTeam().ifPresent(webhook -> team.add(ChannelKind.WEBHOOK));
        outreach.mail().ifPresent(mail -> team.add(ChannelKind.EMAIL));
        outreach.fhir().ifPresent(fhir -> team.add(ChannelKind.FHIR));
        ChannelKind patient = outreach.patients().isPresent() ? ChannelKind.WEBHOOK : ChannelKind.LOG;
        Set<ChannelKind> own = EnumSet.noneOf(ChannelKind.class);
        outreach.keys().ifPresent(keys -> own.add(ChannelKind.WEBHOOK));
        outreach.mail().ifPresent(mail -> own.add(ChannelKind.EMAIL));
        String console = outreach.console().toString().replaceAll("/+$", "");
        return new Practice(DEFAULT_TEAM, team, patient, own, console, library);
    }

    private static Channels channels(Outreach outreach, Members members, Contacts contacts, Closing closing) {
        Clock clock = Clock.systemUTC();
        Outbound http = closing.opened(Outbound.start(
                outreach.allowPrivate() ? Destinations.ANY : Destinations.PUBLIC_ONLY, Outbound.READ, clock));
        Function<Optional<URI>, Channel> webhook =
                uri -> new WebhookChannel(uri, outreach.keys(), members, http, clock);
        Map<RecipientKind, Channel> webhooks = Map.of(
                RecipientKind.CARE_TEAM,
                webhook.apply(outreach.careTeam()),
                RecipientKind.PATIENT,
                new OwnContact(
                        contacts,
                        contact -> contact.webhook().map(Optional::of).map(webhook),
                        webhook.apply(outreach.patients())));
        Map<RecipientKind, Channel> mails = new EnumMap<>(RecipientKind.class);
        outreach.mail().ifPresent(mail -> {
            mails.put(RecipientKind.CARE_TEAM, new MailChannel(mail, members));
            mails.put(
                    RecipientKind.PATIENT,
                    new OwnContact(
                            contacts,
                            contact -> contact.email().map(to -> new MailChannel(mail.to(to), members)),
                            notification -> Attempt.of(Outcome.REFUSED)));
        });
        Optional<Channel> fhir = outreach.fhir().map(server -> new FhirChannel(server, http));
        return new Channels(new LogChannel(), webhooks, mails, fhir, members);
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
