package plumbline.notifier.console;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import plumbline.chassis.auth.AuthSettings;
import plumbline.chassis.auth.TokenVerifier;
import plumbline.chassis.config.Closing;
import plumbline.chassis.door.BearerDoor;
import plumbline.chassis.http.HttpServer;
import plumbline.chassis.http.HttpSettings;
import plumbline.chassis.http.Readiness;
import plumbline.chassis.http.Routes;
import plumbline.chassis.http.Upkeep;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.alert.CareAction;
import plumbline.contract.alert.NudgeAnswer;
import plumbline.contract.team.CareTeam;
import plumbline.notifier.access.Access;
import plumbline.notifier.access.AccessBook;
import plumbline.notifier.access.AccessLog;
import plumbline.notifier.api.AlertApi;
import plumbline.notifier.api.Gate;
import plumbline.notifier.api.TaskApi;
import plumbline.notifier.api.TeamApi;
import plumbline.notifier.desk.CareActions;
import plumbline.notifier.desk.FrontDesk;
import plumbline.notifier.desk.Records;
import plumbline.notifier.door.Footprints;
import plumbline.notifier.door.Visitors;
import plumbline.notifier.inbox.Inbox;
import plumbline.notifier.inbox.Samples;
import plumbline.notifier.live.LiveStreams;

/** The whole of inbox, API and console on a real server, with a small casework of its own in place of Kafka. */
public final class ConsoleHouse implements AutoCloseable {
    private final Inbox inbox = new Inbox();
    private final AtomicLong offset = new AtomicLong();
    private final Closing closing = new Closing();
    private final Routes routes = Routes.nonBlocking();
    private final HttpServer server;
    private final Map<String, CareTeam> teams = new ConcurrentHashMap<>();
    private final AccessBook book = new AccessBook();
    private final List<NudgeAnswer> answers = new CopyOnWriteArrayList<>();
    private volatile CareActions casework = this::carryOut;
    private volatile boolean away;

    private ConsoleHouse(HttpSettings http, TokenVerifier tokens, boolean open) {
        InstantSource clock = InstantSource.fixed(Samples.NOW);
        FrontDesk desk = new FrontDesk(inbox, action -> casework.publish(action), Duration.ofSeconds(2));
        LiveStreams live = LiveStreams.start(Duration.ofMillis(200), Duration.ofMinutes(1));
        inbox.listen(live::wake);
        Footprints footprints = new Footprints(new AccessLog("house", this::keep, clock));
        Gate gate = new Gate(new BearerDoor(tokens), footprints);
        new AlertApi(inbox, desk, live, gate, clock).addTo(routes);
        new TeamApi(id -> Optional.ofNullable(teams.get(id)), new Memory(), gate, clock).addTo(routes);
        new TaskApi(inbox, desk, gate, clock).addTo(routes);
        Visitors visitors = new Visitors(tokens, clock, open, false);
        new Console(inbox, desk, live, new Reception(visitors, footprints, book), clock).addTo(routes);
        Upkeep.add(
                routes,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                () -> Readiness.of("inbox", inbox.isComplete(), inbox.isComplete() ? "current" : "being read"));
        server = closing.opened(HttpServer.start(http, routes));
        closing.opened(live);
    }

    /** On loopback without an issuer. */
    public static ConsoleHouse open(HttpSettings http) {
        AuthSettings nobody = new AuthSettings(Optional.empty(), "plumbline-local", "plumbline");
        return new ConsoleHouse(http, TokenVerifier.of(nobody), false).complete();
    }

    /** With an issuer. */
    public static ConsoleHouse guarded(TokenVerifier tokens, boolean open) {
        return starting(tokens, open).complete();
    }

    /** With an issuer, and an inbox that is still being read. */
    public static ConsoleHouse starting(TokenVerifier tokens, boolean open) {
        return new ConsoleHouse(new HttpSettings("127.0.0.1", 0), tokens, open);
    }

    private ConsoleHouse complete() {
        inbox.complete();
        return this;
    }

    public int port() {
        return server.port();
    }

    public Routes routes() {
        return routes;
    }

    public Inbox inbox() {
        return inbox;
    }

    public void show(Alert alert) {
        inbox.apply(alert, 0, offset.incrementAndGet());
    }

    public void write(AlertEntry entry) {
        inbox.apply(entry);
    }

    /** Replaces what happens to care actions. */
    public void casework(CareActions other) {
        casework = other;
    }

    /** From now on nothing is kept any more. */
    public void loseKafka() {
        away = true;
        casework = action -> CompletableFuture.failedFuture(new IOException("away"));
    }

    /** A care team that is there from the beginning. */
    public void keep(CareTeam team) {
        teams.put(team.id(), team);
    }

    public Optional<CareTeam> team(String id) {
        return Optional.ofNullable(teams.get(id));
    }

    public AccessBook book() {
        return book;
    }

    private CompletableFuture<Void> keep(Access entry) {
        book.add(entry);
        return CompletableFuture.completedFuture(null);
    }

    public List<NudgeAnswer> answers() {
        return answers;
    }

    /** Does to the inbox what casework does through Kafka. */
    public CompletableFuture<Void> carryOut(CareAction action) {
        Alert after = Samples.after(inbox.find(action.alert()).orElseThrow(), action);
        write(Samples.entry(
                after,
                after.revision(),
                action.action().code(),
                action.user(),
                action.note(),
                Optional.of(action.id())));
        show(after);
        return CompletableFuture.completedFuture(null);
    }

    /** Keeps what Kafka would. */
    private final class Memory implements Records {
        @Override
        public CompletableFuture<Void> publish(CareTeam team) {
            return kept(() -> teams.put(team.id(), team));
        }

        @Override
        public CompletableFuture<Void> publish(NudgeAnswer answer) {
            return kept(() -> answers.add(answer));
        }

        private CompletableFuture<Void> kept(Runnable how) {
            if (away) {
                return CompletableFuture.failedFuture(new IOException("away"));
            }
            how.run();
            return CompletableFuture.completedFuture(null);
        }
    }

    @Override
    public void close() {
        closing.close();
    }
}
