package plumbline.notifier.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
import plumbline.contract.alert.ActionKind;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.alert.Attention;
import plumbline.contract.json.Json;
import plumbline.notifier.access.AccessKind;
import plumbline.notifier.desk.Deed;
import plumbline.notifier.desk.FrontDesk;
import plumbline.notifier.desk.Wish;
import plumbline.notifier.inbox.Inbox;

/**
 * Where a FHIR R4 server says what became of a Task, by the rest-hook of a Subscription: accepted is an acknowledgement, rejected
 * escalates, and every other status changes nothing. Whose token it bears is who acts.
 */
public final class TaskApi {
    private static final String FHIR = "application/fhir+json";
    private static final JsonBody BODY = new JsonBody(FHIR, 64 * 1024);
    private static final String ALERT = "urn:plumbline:alert";
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final int LONGEST_ID = 64;

    private final Inbox inbox;
    private final FrontDesk desk;
    private final Gate gate;
    private final InstantSource clock;

    public TaskApi(Inbox inbox, FrontDesk desk, Gate gate, InstantSource clock) {
        this.inbox = inbox;
        this.desk = desk;
        this.gate = gate;
        this.clock = clock;
    }

    /** Adds the routes: servers send a new resource by POST, and a changed one by PUT. */
    public void addTo(Routes routes) {
        routes.add("POST", "/fhir/r4/Task", endpoint()).add("PUT", "/fhir/r4/Task/{id}", endpoint());
    }

    private Endpoint endpoint() {
        return (request, response, callback, path) -> {
            try {
                String task = path.getOrDefault("id", "");
                Caller caller = gate.enter(request, response, Scope.ALERTS_ACT, AccessKind.ACTED, task);
                if (!inbox.isComplete()) {
                    throw soon("starting", "The inbox is still being read");
                }
                BODY.read(request, response, callback, body -> take(request, response, callback, caller, task(body)));
            } catch (Refusal refusal) {
                AlertApi.refuse(request, response, callback, refusal);
            }
        };
    }

    private void take(Request request, Response response, Callback callback, Caller caller, JsonNode task)
            throws Refusal {
        Alert alert = alertOf(task)
                .flatMap(inbox::find)
                .filter(known -> caller.worksFor(known.team()))
                .orElseThrow(() -> Refusal.of(
                        HttpStatus.NOT_FOUND_404,
                        "no-such-alert",
                        "The Task must carry the identifier of one of your team's alerts, of the system " + ALERT));
        Optional<Wish> wish = wish(alert, task);
        if (wish.isEmpty()) {
            say(response, callback, "Nothing changes");
            return;
        }
        var unused = desk.act(alert, wish.get().by(caller.subject(), alert, clock.instant()))
                .whenComplete((deed, broken) -> {
                    if (broken != null) {
                        Response.writeError(request, response, callback, broken);
                    } else {
                        answer(request, response, callback, deed);
                    }
                });
    }

    /** What the Task asks for, unless that was done before: a server may send the same version of a Task again. */
    private Optional<Wish> wish(Alert alert, JsonNode task) {
        String status = task.path("status").asText();
        String note = "FHIR Task " + word(task.path("id")) + ", version "
                + word(task.path("meta").path("versionId")) + ": " + status;
        boolean done = inbox.history(alert.id()).stream()
                .anyMatch(entry -> entry.detail().equals(note) && !entry.what().equals("action-refused"));
        if (done) {
            return Optional.empty();
        }
        if (status.equals("accepted") && alert.status() == AlertStatus.OPEN) {
            return Optional.of(new Wish(ActionKind.ACKNOWLEDGE, alert.revision(), note, Optional.empty()));
        }
        if (status.equals("rejected")
                && alert.status() != AlertStatus.RESOLVED
                && alert.attention() != Attention.DORMANT) {
            return Optional.of(new Wish(ActionKind.ESCALATE, alert.revision(), note, Optional.empty()));
        }
        return Optional.empty();
    }

    private static void answer(Request request, Response response, Callback callback, Deed deed) {
        if (deed instanceof Deed.Stale) {
            Refusal changed = soon("changed-meanwhile", "The alert changed meanwhile; send it again");
            AlertApi.refuse(request, response, callback, changed);
        } else if (deed instanceof Deed.NotKept) {
            Refusal lost = soon("not-kept", "Kafka did not take the action; send it again");
            AlertApi.refuse(request, response, callback, lost);
        } else {
            say(response, callback, "Taken");
        }
    }

    private static void say(Response response, Callback callback, String words) {
        Map<String, Object> outcome = Map.of(
                "resourceType",
                "OperationOutcome",
                "issue",
                List.of(Map.of("severity", "information", "code", "informational", "diagnostics", words)));
        Answers.bytes(response, callback, HttpStatus.OK_200, FHIR, Json.write(outcome));
    }

    private static Optional<String> alertOf(JsonNode task) {
        for (JsonNode identifier : task.path("identifier")) {
            if (identifier.path("system").asText().equals(ALERT)) {
                return Optional.of(identifier.path("value").asText());
            }
        }
        return Optional.empty();
    }

    private static JsonNode task(byte[] body) throws Refusal {
        try {
            JsonNode json = Json.mapper().readTree(body);
            if (json.path("resourceType").asText().equals("Task")) {
                return json;
            }
        } catch (IOException malformed) {
            // Said below, as for another resource.
        }
        throw Refusal.of(HttpStatus.BAD_REQUEST_400, "malformed-json", "The body must be a FHIR R4 Task in JSON");
    }

    /** An id as it may stand in a history. */
    private static String word(JsonNode id) {
        String text = id.asText("");
        return text.length() <= LONGEST_ID && text.matches("[A-Za-z0-9.-]+") ? text : "-";
    }

    private static Refusal soon(String code, String detail) {
        return new Refusal(
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE_503, code, detail).retryAfter(SOON));
    }
}
