package plumbline.notifier.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import plumbline.chassis.http.Answers;
import plumbline.chassis.http.Problem;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.CareAction;
import plumbline.contract.json.Json;
import plumbline.notifier.desk.Deed;
import plumbline.notifier.desk.FrontDesk;

/** Takes an action from the body of a request to the front desk, and answers with what came of it. */
final class Acting {
    private static final JsonBody BODY = JsonBody.ofAtMost(16 * 1024);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final FrontDesk desk;
    private final InstantSource clock;

    Acting(FrontDesk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    void act(Request request, Response response, Callback callback, String user, Alert alert) throws Refusal {
        BODY.read(
                request,
                response,
                callback,
                body -> decide(
                        request, response, callback, ActionRequest.read(body).by(user, alert, clock.instant()), alert));
    }

    private void decide(Request request, Response response, Callback callback, CareAction action, Alert alert) {
        var unused = desk.act(alert, action).whenComplete((deed, broken) -> {
            if (broken == null) {
                answer(request, response, callback, deed);
            } else {
                Response.writeError(request, response, callback, broken);
            }
        });
    }

    private static void answer(Request request, Response response, Callback callback, Deed deed) {
        if (deed instanceof Deed.Done done) {
            Answers.json(response, callback, HttpStatus.OK_200, done.alert());
        } else if (deed instanceof Deed.Pending pending) {
            Answers.json(response, callback, HttpStatus.ACCEPTED_202, pending.alert());
        } else if (deed instanceof Deed.Stale stale) {
            conflict(response, callback, stale);
        } else {
            Problem.of(HttpStatus.SERVICE_UNAVAILABLE_503, "not-kept", "Kafka did not take the action; send it again")
                    .retryAfter(SOON)
                    .send(request, response, callback);
        }
    }

    private static void conflict(Response response, Callback callback, Deed.Stale stale) {
        ObjectNode problem =
                Json.mapper().<ObjectNode>valueToTree(Problem.of(HttpStatus.CONFLICT_409, "revision-old", stale.why()));
        problem.set("alert", Json.mapper().valueToTree(stale.alert()));
        Answers.bytes(response, callback, HttpStatus.CONFLICT_409, "application/problem+json", Json.write(problem));
    }
}
