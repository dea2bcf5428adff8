package plumbline.notifier.console;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import plumbline.chassis.http.Endpoint;
import plumbline.chassis.http.Routes;
import plumbline.notifier.access.AccessKind;
import plumbline.notifier.desk.FrontDesk;
import plumbline.notifier.door.Visitor;
import plumbline.notifier.inbox.Inbox;
import plumbline.notifier.inbox.Position;
import plumbline.notifier.live.LiveStreams;

/** The routes of the care team's pages. They work without JavaScript; with it they stay up to date. */
public final class Console {
    private static final String SECONDS_TO_RETRY = "2";

    private final Inbox inbox;
    private final LiveStreams live;
    private final Reception reception;
    private final InstantSource clock;
    private final Assets assets = Assets.load();
    private final Pages pages = new Pages(assets);
    private final Reading reading;
    private final Acknowledging acknowledging;

    public Console(Inbox inbox, FrontDesk desk, LiveStreams live, Reception reception, InstantSource clock) {
        this.inbox = inbox;
        this.live = live;
        this.reception = reception;
        this.clock = clock;
        this.reading = new Reading(inbox, pages, clock);
        this.acknowledging = new Acknowledging(desk, reception.visitors(), reading, pages, clock);
    }

    /** What answers a visitor who was let in. */
    private interface Inside {
        void answer(Exchange exchange, Visitor visitor, String id);
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        SignIn signIn = new SignIn(reception, pages);
        Auditing auditing = new Auditing(reception.book(), pages);
        routes.add(
                        "GET",
                        "/",
                        inside(AccessKind.LIST_SEEN, (exchange, visitor, id) -> reading.triage(exchange, visitor)))
                .add("GET", "/alerts/{id}", inside(AccessKind.ALERT_SEEN, reading::alert))
                .add("POST", "/alerts/{id}/acknowledge", inside(AccessKind.ACTED, acknowledging::acknowledge))
                .add("POST", "/alerts/{id}/actions", inside(AccessKind.ACTED, acknowledging::act))
                .add(
                        "GET",
                        "/live",
                        inside(AccessKind.STREAM_OPENED, (exchange, visitor, id) -> news(exchange, visitor)))
                .add(
                        "GET",
                        "/audit",
                        inside(AccessKind.LOG_SEEN, (exchange, visitor, id) -> auditing.show(exchange, visitor)))
                .add(
                        "GET",
                        "/audit/export",
                        inside(AccessKind.LOG_EXPORTED, (exchange, visitor, id) -> auditing.export(exchange, visitor)))
                .add("GET", "/sign-in", local(signIn::show))
                .add("POST", "/sign-in", local(signIn::signIn))
                .add("POST", "/sign-out", local(signIn::signOut))
                .add("GET", "/assets/{file}", assets::answer);
    }

    private Endpoint local(Endpoint endpoint) {
        return (request, response, callback, path) -> {
            if (reception.visitors().isStray(request)) {
                String text = "This console is for this machine alone: open it as http://localhost.";
                new Exchange(request, response, callback)
                        .page(HttpStatus.FORBIDDEN_403, pages.message("Not from here", text));
            } else {
                endpoint.answer(request, response, callback, path);
            }
        };
    }

    private Endpoint inside(AccessKind what, Inside inside) {
        return local((Request request, Response response, Callback callback, Map<String, String> path) -> {
            Exchange exchange = new Exchange(request, response, callback);
            Optional<Visitor> visitor = reception.visitors().visitor(request, response);
            if (visitor.isEmpty()) {
                exchange.redirect("/sign-in");
            } else if (!inbox.isComplete()) {
                response.getHeaders().put("Refresh", SECONDS_TO_RETRY);
                exchange.page(
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        pages.message("Starting", "The alerts are still being read; this page comes back by itself."));
            } else {
                String id = path.getOrDefault("id", "");
                reception.footprints().follow(request, response, visitor.get().caller(), what, id);
                inside.answer(exchange, visitor.get(), id);
            }
        });
    }

    private void news(Exchange exchange, Visitor visitor) {
        Position page = exchange.parameter("after").flatMap(Position::parse).orElse(Position.START);
        live.open(
                exchange.request(),
                exchange.response(),
                exchange.callback(),
                new ConsoleNews(inbox, pages, visitor, page, clock));
    }
}
