package plumbline.analytics.view;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import plumbline.chassis.auth.Scope;
import plumbline.chassis.door.BearerDoor;
import plumbline.chassis.http.Answers;
import plumbline.chassis.http.Endpoint;
import plumbline.chassis.http.Problem;
import plumbline.chassis.http.Routes;

/** The route by which programs read a patient's timeline, from whichever instance holds it. */
public final class TimelineApi {
    private static final int DEFAULT_DAYS = 30;
    private static final int MOST_DAYS = 120;
    private static final Duration SOON = Duration.ofSeconds(2);

    private final Timelines timelines;
    private final Forwarding forwarding;
    private final BearerDoor door;

    public TimelineApi(Timelines timelines, Forwarding forwarding, BearerDoor door) {
        this.timelines = timelines;
        this.forwarding = forwarding;
        this.door = door;
    }

    /** Adds the route, and the document that describes it. */
    public void addTo(Routes routes) {
        routes.add("GET", "/v1/patients/{id}/timeline", this::timeline).add("GET", "/openapi.json", document());
    }

    private void timeline(Request request, Response response, Callback callback, Map<String, String> path) {
        BearerDoor.Entry entry = door.enter(request, Scope.TIMELINE_READ);
        if (entry instanceof BearerDoor.Entry.Shut shut) {
            shut.problem().send(request, response, callback);
            return;
        }
        String patient = path.getOrDefault("id", "");
        if (!((BearerDoor.Entry.Open) entry).caller().speaksFor(patient)) {
            Problem.of(HttpStatus.FORBIDDEN_403, "patient-not-allowed", "The token does not speak for this patient")
                    .send(request, response, callback);
            return;
        }
        OptionalInt days = days(request);
        if (days.isEmpty()) {
            Problem.of(
                            HttpStatus.BAD_REQUEST_400,
                            "parameter-invalid",
                            "days must be a whole number from 1 to " + MOST_DAYS)
                    .send(request, response, callback);
            return;
        }
        answer(request, response, callback, timelines.find(patient, days.getAsInt()));
    }

    private void answer(Request request, Response response, Callback callback, Timelines.Found found) {
        if (found instanceof Timelines.Found.Here here) {
            Answers.json(response, callback, HttpStatus.OK_200, here.view());
        } else if (found instanceof Timelines.Found.Nowhere) {
            Problem.of(HttpStatus.NOT_FOUND_404, "no-such-patient", "Nothing is known of this patient")
                    .send(request, response, callback);
        } else if (found instanceof Timelines.Found.Elsewhere elsewhere && !Forwarding.isForwarded(request)) {
            forwarding.forward(elsewhere.instance(), request, response, callback);
        } else {
            moving().send(request, response, callback);
        }
    }

    static Problem moving() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        "state-moving",
                        "The timeline is being restored or moved to another instance; try again soon")
                .retryAfter(SOON);
    }

    /** How many days are asked for; empty if that is no number in range. */
    private static OptionalInt days(Request request) {
        String asked = Request.extractQueryParameters(request).getValue("days");
        if (asked == null) {
            return OptionalInt.of(DEFAULT_DAYS);
        }
        return Optional.of(asked)
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::parseInt)
                .filter(days -> days >= 1 && days <= MOST_DAYS)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private static Endpoint document() {
        byte[] document;
        try (InputStream file = TimelineApi.class.getResourceAsStream("openapi.json")) {
            document = file == null ? new byte[0] : file.readAllBytes();
        } catch (IOException unreadable) {
            throw new IllegalStateException("openapi.json cannot be read from the class path", unreadable);
        }
        return (request, response, callback, path) ->
                Answers.bytes(response, callback, HttpStatus.OK_200, "application/openapi+json", document);
    }
}
