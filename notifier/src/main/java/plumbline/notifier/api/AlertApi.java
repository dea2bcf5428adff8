package plumbline.notifier.api;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import plumbline.chassis.auth.Caller;
import plumbline.chassis.auth.Scope;
import plumbline.chassis.http.Answers;
import plumbline.chassis.http.Endpoint;
import plumbline.chassis.http.Problem;
import plumbline.chassis.http.Routes;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;
import plumbline.notifier.access.AccessKind;
import plumbline.notifier.desk.FrontDesk;
import plumbline.notifier.inbox.Inbox;
import plumbline.notifier.inbox.Position;
import plumbline.notifier.inbox.Slice;
import plumbline.notifier.inbox.TriageKey;
import plumbline.notifier.live.LiveStreams;

/** The routes by which programs read alerts and act on them. Nothing here waits on a thread. */
public final class AlertApi {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Inbox inbox;
    private final LiveStreams live;
    private final Gate gate;
    private final Acting acting;

    public AlertApi(Inbox inbox, FrontDesk desk, LiveStreams live, Gate gate, InstantSource clock) {
        this.inbox = inbox;
        this.live = live;
        this.gate = gate;
        this.acting = new Acting(desk, clock);
    }

    /** What answers a caller who was let in. */
    private interface Inside {
        void answer(Request request, Response response, Callback callback, Visit visit) throws Refusal;
    }

    private record Visit(Caller caller, String id) {}

    private record AlertList(List<Alert> alerts, Optional<String> cursor) {}

    private record History(List<AlertEntry> entries) {}

    /** Adds the routes, and the document that describes them. */
    public void addTo(Routes routes) {
        routes.add("GET", "/v1/alerts", inside(Scope.ALERTS_READ, AccessKind.LIST_SEEN, this::list))
                .add("GET", "/v1/alerts/stream", inside(Scope.ALERTS_READ, AccessKind.STREAM_OPENED, this::stream))
                .add("GET", "/v1/alerts/{id}", inside(Scope.ALERTS_READ, AccessKind.ALERT_SEEN, this::show))
                .add(
                        "GET",
                        "/v1/alerts/{id}/history",
                        inside(Scope.ALERTS_READ, AccessKind.HISTORY_SEEN, this::history))
                .add("POST", "/v1/alerts/{id}/actions", inside(Scope.ALERTS_ACT, AccessKind.ACTED, this::act))
                .add("GET", "/openapi.json", document());
    }

    private Endpoint inside(Scope needed, AccessKind what, Inside inside) {
        return (request, response, callback, path) -> {
            try {
                String id = path.getOrDefault("id", "");
                Caller caller = gate.enter(request, response, needed, what, id);
                if (!inbox.isComplete()) {
                    throw new Refusal(
                            Problem.of(HttpStatus.SERVICE_UNAVAILABLE_503, "starting", "The inbox is still being read")
                                    .retryAfter(SOON));
                }
                inside.answer(request, response, callback, new Visit(caller, id));
            } catch (Refusal refusal) {
                refuse(request, response, callback, refusal);
            }
        };
    }

    private void list(Request request, Response response, Callback callback, Visit visit) throws Refusal {
        AlertQuery query = AlertQuery.read(Request.extractQueryParameters(request));
        Slice slice = inbox.page(
                alert -> visit.caller.worksFor(alert.team()) && query.wants(alert), query.cursor(), query.limit());
        AlertList list = new AlertList(slice.alerts(), slice.next().map(TriageKey::text));
        Answers.json(response, callback, HttpStatus.OK_200, list);
    }

    private void show(Request request, Response response, Callback callback, Visit visit) throws Refusal {
        Answers.json(response, callback, HttpStatus.OK_200, find(visit));
    }

    private void history(Request request, Response response, Callback callback, Visit visit) throws Refusal {
        History history = new History(inbox.history(find(visit).id()));
        Answers.json(response, callback, HttpStatus.OK_200, history);
    }

    private void stream(Request request, Response response, Callback callback, Visit visit) {
        Optional<Position> resume = Optional.ofNullable(request.getHeaders().get("Last-Event-ID"))
                .map(id -> Position.parse(id).orElse(Position.START));
        live.open(
                request,
                response,
                callback,
                new AlertNews(inbox, alert -> visit.caller.worksFor(alert.team()), resume));
    }

    private void act(Request request, Response response, Callback callback, Visit visit) throws Refusal {
        acting.act(request, response, callback, visit.caller.subject(), find(visit));
    }

    private Alert find(Visit visit) throws Refusal {
        return inbox.find(visit.id)
                .filter(alert -> visit.caller.worksFor(alert.team()))
                .orElseThrow(() ->
                        Refusal.of(HttpStatus.NOT_FOUND_404, "no-such-alert", "There is no such alert for your team"));
    }

    static void refuse(Request request, Response response, Callback callback, Refusal refusal) {
        refusal.problem().send(request, response, callback);
    }

    private static Endpoint document() {
        byte[] document;
        try (InputStream file = AlertApi.class.getResourceAsStream("openapi.json")) {
            document = file == null ? new byte[0] : file.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException("openapi.json cannot be read from the class path", unreadable);
        }
        return (Request request, Response response, Callback callback, Map<String, String> path) ->
                Answers.bytes(response, callback, HttpStatus.OK_200, "application/openapi+json", document);
    }
}
