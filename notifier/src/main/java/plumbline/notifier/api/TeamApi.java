package plumbline.notifier.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import plumbline.contract.alert.NudgeAnswer;
import plumbline.contract.check.Checks;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.json.CareTeamReader;
import plumbline.contract.json.Json;
import plumbline.contract.team.CareTeam;
import plumbline.contract.vocabulary.Codes;
import plumbline.notifier.access.AccessKind;
import plumbline.notifier.casework.Teams;
import plumbline.notifier.desk.Records;

/** The routes by which care teams are kept, and patients answer nudges. */
public final class TeamApi {
    private static final Codes<NudgeAnswer.Response> RESPONSES = Codes.of(NudgeAnswer.Response.class);

    private static final JsonBody BODY = JsonBody.ofAtMost(64 * 1024);

    private final Teams teams;
    private final Records records;
    private final Gate gate;
    private final InstantSource clock;

    public TeamApi(Teams teams, Records records, Gate gate, InstantSource clock) {
        this.teams = teams;
        this.records = records;
        this.gate = gate;
        this.clock = clock;
    }

    private interface Inside {
        void answer(Request request, Response response, Callback callback, Visit visit) throws Refusal;
    }

    private record Visit(Caller caller, String id) {}

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.add("GET", "/v1/care-teams/{id}", inside(Scope.TEAMS_WRITE, AccessKind.TEAM_SEEN, this::show))
                .add("PUT", "/v1/care-teams/{id}", inside(Scope.TEAMS_WRITE, AccessKind.TEAM_WRITTEN, this::put))
                .add(
                        "POST",
                        "/v1/nudges/{id}/response",
                        inside(Scope.EVENTS_WRITE, AccessKind.NUDGE_ANSWERED, this::respond));
    }

    private Endpoint inside(Scope needed, AccessKind what, Inside inside) {
        return (Request request, Response response, Callback callback, Map<String, String> path) -> {
            try {
                String id = path.getOrDefault("id", "");
                Caller caller = gate.enter(request, response, needed, what, id);
                if (!Checks.isId(id)) {
                    throw Refusal.of(
                            HttpStatus.NOT_FOUND_404,
                            "no-such-id",
                            "An id is 1 to 64 characters of A-Z a-z 0-9 . _ : -");
                }
                inside.answer(request, response, callback, new Visit(caller, id));
            } catch (Refusal refusal) {
                AlertApi.refuse(request, response, callback, refusal);
            }
        };
    }

    private void show(Request request, Response response, Callback callback, Visit visit) throws Refusal {
        checkTeam(visit);
        CareTeam team = teams.find(visit.id)
                .orElseThrow(() -> Refusal.of(
                        HttpStatus.NOT_FOUND_404, "no-such-team", "There is no such care team; the usual steps apply"));
        Answers.json(response, callback, HttpStatus.OK_200, withoutKeys(team));
    }

    /** Keys go in and never out. */
    private static JsonNode withoutKeys(CareTeam team) {
        JsonNode json = Json.mapper().valueToTree(team);
        for (JsonNode member : json.path("members")) {
            member.path("channels").forEach(channel -> ((ObjectNode) channel).remove("keys"));
        }
        return json;
    }

    private static void checkTeam(Visit visit) throws Refusal {
        if (!visit.caller.worksFor(visit.id)) {
            throw Refusal.of(HttpStatus.FORBIDDEN_403, "team-not-allowed", "The token is not for this care team");
        }
    }

    private void put(Request request, Response response, Callback callback, Visit visit) throws Refusal {
        checkTeam(visit);
        BODY.read(request, response, callback, body -> {
            CareTeamReader.Outcome read = CareTeamReader.read(body, visit.id);
            if (read instanceof CareTeamReader.Outcome.Bad bad) {
                throw wrong(bad.violations());
            }
            CareTeam team = ((CareTeamReader.Outcome.Good) read).team();
            if (circles(team)) {
                throw wrong(List.of(new Violation(
                        ErrorCode.CYCLE, "handOver", "leads back to this team; hand over to one that does not")));
            }
            JsonBody.whenKept(
                    records.publish(team),
                    request,
                    response,
                    callback,
                    () -> Answers.json(response, callback, HttpStatus.OK_200, withoutKeys(team)));
        });
    }

    private boolean circles(CareTeam team) {
        Set<String> seen = new HashSet<>();
        Optional<String> next = team.handOver();
        while (next.filter(seen::add).isPresent()) {
            next = next.flatMap(teams::find).flatMap(CareTeam::handOver);
        }
        return seen.contains(team.id());
    }

    private static Refusal wrong(List<Violation> violations) {
        ErrorCode first = violations.get(0).code();
        boolean unreadable = first == ErrorCode.MALFORMED_JSON || first == ErrorCode.NOT_AN_OBJECT;
        return new Refusal(
                Problem.of(unreadable ? HttpStatus.BAD_REQUEST_400 : HttpStatus.UNPROCESSABLE_ENTITY_422, violations));
    }

    private void respond(Request request, Response response, Callback callback, Visit visit) throws Refusal {
        BODY.read(request, response, callback, body -> {
            JsonNode json = object(body);
            NudgeAnswer.Response said = RESPONSES
                    .find(json.path("response").asText())
                    .orElseThrow(() -> wrong("response-unknown", "response", "must be one of " + RESPONSES.all()));
            String patient = json.path("patient")
                    .asText(visit.caller.patient().filter(Checks::isId).orElse(""));
            if (!Checks.isId(patient)) {
                throw wrong("patient-missing", "patient", "must say whose nudge it is");
            }
            if (!visit.caller.speaksFor(patient)) {
                throw Refusal.of(
                        HttpStatus.FORBIDDEN_403, "patient-not-allowed", "The token is not about this patient");
            }
            JsonBody.whenKept(
                    records.publish(new NudgeAnswer(visit.id, patient, said, clock.instant())),
                    request,
                    response,
                    callback,
                    () -> Answers.json(response, callback, HttpStatus.ACCEPTED_202, Map.of("response", said.code())));
        });
    }

    private static Refusal wrong(String code, String field, String remedy) {
        return new Refusal(Problem.of(HttpStatus.UNPROCESSABLE_ENTITY_422, code, field + " " + remedy)
                .at("/" + field));
    }

    private static JsonNode object(byte[] body) throws Refusal {
        try {
            JsonNode json = Json.mapper().readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (IOException malformed) {
            // Said below, as for a body that is no object.
        }
        throw Refusal.of(
                HttpStatus.BAD_REQUEST_400,
                "malformed-json",
                "The body must be a JSON object such as {\"response\":\"done\"}");
    }
}
