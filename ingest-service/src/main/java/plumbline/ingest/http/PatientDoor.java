package plumbline.ingest.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import plumbline.chassis.auth.Caller;
import plumbline.chassis.auth.Scope;
import plumbline.chassis.auth.TokenVerifier;
import plumbline.chassis.door.BearerDoor;
import plumbline.chassis.http.Endpoint;
import plumbline.chassis.http.Problem;
import plumbline.contract.check.Checks;
import plumbline.contract.check.ErrorCode;
import plumbline.ingest.directory.Directory;

/** Lets in who may ask something of the patient in the path, once the directory is read, and counts the answers. */
final class PatientDoor {
    private static final List<Integer> STATUSES =
            List.of(200, 201, 202, 400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 500, 503);

    private final BearerDoor bearers;
    private final Directory directory;
    private final InFlight inFlight = new InFlight(PatientsEndpoint.BOUNDS);
    private final Map<Integer, Counter> requests = new HashMap<>();
    private final Counter others;

    PatientDoor(TokenVerifier tokens, Directory directory, MeterRegistry registry) {
        this.bearers = new BearerDoor(tokens);
        this.directory = directory;
        STATUSES.forEach(status -> requests.put(status, counter(registry, Integer.toString(status))));
        this.others = counter(registry, "other");
    }

    private static Counter counter(MeterRegistry registry, String status) {
        return Counter.builder("plumbline.ingest.directory.requests")
                .description("Requests to the directory of patients, by the status of the answer")
                .tag("status", status)
                .register(registry);
    }

    /** What is done for somebody who may ask it of a patient. */
    interface Service {
        void serve(Request request, Reply reply, String patient);
    }

    Endpoint before(Service service) {
        return (request, response, callback, path) -> {
            Reply reply =
                    new Reply(new Exchange(request, response, callback), Door.EVENTS, inFlight.share(), this::answered);
            String patient = path.getOrDefault("id", "");
            BearerDoor.Entry entry = bearers.enter(request, Scope.PATIENTS_WRITE);
            if (entry instanceof BearerDoor.Entry.Shut shut) {
                reply.refuse(shut.problem());
            } else if (entry instanceof BearerDoor.Entry.Open open && mayServe(open.caller(), patient, reply)) {
                service.serve(request, reply, patient);
            }
        };
    }

    private boolean mayServe(Caller caller, String patient, Reply reply) {
        if (!Checks.isId(patient)) {
            reply.refuse(Problem.of(
                    HttpStatus.UNPROCESSABLE_ENTITY_422,
                    ErrorCode.INVALID_ID.code(),
                    "The id in the path must be 1 to 64 characters of A-Z a-z 0-9 . _ : -"));
        } else if (!caller.speaksFor(patient)) {
            reply.refuse(Problem.of(
                    HttpStatus.FORBIDDEN_403,
                    ErrorCode.PATIENT_NOT_ALLOWED.code(),
                    "The token is not about this patient"));
        } else if (!directory.isComplete()) {
            reply.refuse(Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE_503,
                            "not-ready",
                            "The directory is not read yet; ask again later")
                    .retryAfter(PatientsEndpoint.SOON));
        } else {
            return true;
        }
        return false;
    }

    private void answered(int status) {
        requests.getOrDefault(status, others).increment();
    }
}
