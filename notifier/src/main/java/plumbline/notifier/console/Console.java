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
import plumbline.notifier.desk.FrontDesk;
import plumbline.notifier.door.Visitor;
import plumbline.notifier.door.Visitors;
import plumbline.notifier.inbox.Inbox;
import plumbline.notifier.inbox.Position;
import plumbline.notifier.live.LiveStreams;

/** The routes of the care team's pages. They work without JavaScript; with it they stay up to date. */
public final class Console {
    private static final String SECONDS_TO_RETRY = "2";

    private final Inbox inbox;
    private final LiveStreams live;
    private final Visitors visitors;
    private final InstantSource clock;
    private final Assets assets = Assets.load();
    private final Pages pages = new Pages(assets);
    private final Reading reading;
    private final Acknowledging acknowledging;

    public Console(Inbox inbox, FrontDesk desk, LiveStreams live, Visitors visitors, InstantSource clock) {
        this.inbox = inbox;
        this.live = live;
        this.visitors = visitors;
        this.clock = clock;
        this.reading = new Reading(inbox, pages, clock);
        this.acknowledging = new Acknowledging(desk, visitors, reading, pages, clock);
    }

    /** What answers a visitor who was let in. */
    private interface Inside {
        void answer(Exchange exchange, Visitor visitor, String id);
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        SignIn signIn = new SignIn(visitors, pages);
        routes.add("GET", "/", inside((exchange, visitor, id) -> reading.triage(exchange, visitor)))
                .add("GET", "/alerts/{id}", inside(reading::alert))
                .add("POST", "/alerts/{id}/acknowledge", inside(acknowledging::acknowledge))
                .add("POST", "/alerts/{id}/actions", inside(acknowledging::act))
                .add("GET", "/live", inside((exchange, visitor, id) -> news(exchange, visitor)))
                .add("GET", "/sign-in", local(signIn::show))
                .add("POST", "/sign-in", local(signIn::signIn))
                .add("POST", "/sign-out", local(signIn::signOut))
                .add("GET", "/assets/{file}", assets::answer);
    }

    private Endpoint local(Endpoint endpoint) {
        return (request, response, callback, path) -> {
            if (visitors.isStray(request)) {
                String text = "This console is for this machine alone: open it as http://localhost.";
                new Exchange(request, response, callback)
                        .page(HttpStatus.FORBIDDEN_403, pages.message("Not from here", text));
            } else {
                endpoint.answer(request, response, callback, path);
            }
        };
    }

    private Endpoint inside(Inside inside) {
        return local((Request request, Response response, Callback callback, Map<String, String> path) -> {
            Exchange exchange = new Exchange(request, response, callback);
            Optional<Visitor> visitor = visitors.visitor(request, response);
            if (visitor.isEmpty()) {
                exchange.redirect("/sign-in");
            } else if (!inbox.isComplete()) {
                response.getHeaders().put("Refresh", SECONDS_TO_RETRY);
                exchange.page(
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        pages.message("Starting", "The alerts are still being read; this page comes back by itself."));
            } else {
                inside.answer(exchange, visitor.get(), path.getOrDefault("id", ""));
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
