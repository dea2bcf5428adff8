package plumbline.ingest.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import plumbline.chassis.auth.Access;
import plumbline.chassis.auth.Caller;
import plumbline.chassis.auth.Scope;
import plumbline.chassis.auth.TokenVerifier;
import plumbline.chassis.http.Endpoint;
import plumbline.chassis.http.Problem;
import plumbline.chassis.http.Routes;
import plumbline.contract.Identity;
import plumbline.contract.check.Checks;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.ingest.directory.Directory;
import plumbline.ingest.publish.ProfileLog;

/** {@code /v1/patients/{id}}: the directory's entry of a patient, and the erasure of all that is known of them. Never waits. */
public final class PatientsEndpoint {
    static final Bounds BOUNDS =
            new Bounds(64 * 1024, 16L * 1024 * 1024, 1, Duration.ofSeconds(10), Bounds.DEFAULT.acknowledgement());

    private static final String CHALLENGE = HttpHeader.WWW_AUTHENTICATE.asString();
    private static final String REALM = "Bearer realm=\"plumbline\"";
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String OTHER = "other";
    private static final List<Integer> STATUSES =
            List.of(200, 201, 202, 400, 401, 403, 404, 408, 409, 413, 415, 422, 429, 500, 503);

    private final TokenVerifier tokens;
    private final ProfileLog log;
    private final Directory directory;
    private final InstantSource clock;
    private final InFlight inFlight = new InFlight(BOUNDS);
    private final Map<Integer, Counter> requests = new HashMap<>();
    private final Counter others;

    public PatientsEndpoint(
            TokenVerifier tokens, ProfileLog log, Directory directory, InstantSource clock, MeterRegistry registry) {
        this.tokens = tokens;
        this.log = log;
        this.directory = directory;
        this.clock = clock;
        STATUSES.forEach(status -> requests.put(status, counter(registry, Integer.toString(status))));
        this.others = counter(registry, OTHER);
    }

    private static Counter counter(MeterRegistry registry, String status) {
        return Counter.builder("plumbline.ingest.directory.requests")
                .description("Requests to the directory of patients, by the status of the answer")
                .tag("status", status)
                .register(registry);
    }

    public void addTo(Routes routes) {
        String entry = "/v1/patients/{id}";
        routes.add("PUT", entry, admitted(this::put))
                .add("GET", entry, admitted(this::get))
                .add("DELETE", entry, admitted(this::delete))
                .add("GET", entry + "/erasure", admitted(this::erasure));
    }

    /** What is asked of a patient by somebody who may. */
    private interface Service {
        void serve(Request request, Reply reply, String patient);
    }

    private Endpoint admitted(Service service) {
        return (request, response, callback, path) -> {
            Reply reply = new Reply(request, response, callback, inFlight.share(), this::answered);
            String patient = path.getOrDefault("id", "");
            Optional<String> authorization =
                    Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION));
            Access access = tokens.verify(authorization);
            if (access instanceof Access.Denied denied) {
                reply.refuse(
                        Problem.of(HttpStatus.UNAUTHORIZED_401, "unauthorized", denied.detail()),
                        CHALLENGE,
                        authorization.isPresent() ? REALM + ", error=\"invalid_token\"" : REALM);
            } else if (access instanceof Access.Granted granted && mayServe(granted.caller(), patient, reply)) {
                service.serve(request, reply, patient);
            }
        };
    }

    private boolean mayServe(Caller caller, String patient, Reply reply) {
        if (!caller.may(Scope.PATIENTS_WRITE)) {
            String scope = Scope.PATIENTS_WRITE.code();
            reply.refuse(
                    Problem.of(HttpStatus.FORBIDDEN_403, "insufficient-scope", "The token needs the scope " + scope),
                    CHALLENGE,
                    REALM + ", error=\"insufficient_scope\", scope=\"" + scope + "\"");
        } else if (!Checks.isId(patient)) {
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
                    .retryAfter(SOON));
        } else {
            return true;
        }
        return false;
    }

    private void answered(int status) {
        requests.getOrDefault(status, others).increment();
    }

    private void get(Request request, Reply reply, String patient) {
        directory
                .find(patient)
                .ifPresentOrElse(
                        entry -> reply.json(HttpStatus.OK_200, entry),
                        () -> reply.refuse(nothing("The directory has no entry of this patient")));
    }

    private void erasure(Request request, Reply reply, String patient) {
        directory
                .erasure(patient)
                .ifPresentOrElse(
                        erasure -> reply.send(HttpStatus.OK_200, erasure),
                        () -> reply.refuse(nothing("No erasure of this patient was asked for within the last month")));
    }

    private static Problem nothing(String detail) {
        return Problem.of(HttpStatus.NOT_FOUND_404, "not-found", detail);
    }

    private void put(Request request, Reply reply, String patient) {
        Optional<Boolean> gzip = Headers.isGzip(request);
        if (!Headers.isJson(request)) {
            reply.refuse(
                    Problem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                            "unsupported-media-type",
                            "Send application/json as Content-Type, in UTF-8"),
                    HttpHeader.ACCEPT.asString(),
                    Headers.JSON);
        } else if (gzip.isEmpty()) {
            reply.refuse(Headers.unsupportedEncoding(), HttpHeader.ACCEPT_ENCODING.asString(), Headers.ENCODINGS);
        } else if (request.getLength() > BOUNDS.bodyBytes()) {
            reply.refuse(Reply.tooLarge(BOUNDS));
        } else if (directory
                .erasure(patient)
                .filter(erasure -> !erasure.isDone())
                .isPresent()) {
            reply.refuse(Problem.of(
                            HttpStatus.CONFLICT_409,
                            "erasure-pending",
                            "This patient is being erased; send the entry again once GET .../erasure says done")
                    .retryAfter(SOON));
        } else if (!log.isReachable()) {
            reply.refuse(notStored());
        } else {
            new ProfileUpload(this, request, reply, patient, gzip.get()).begin();
        }
    }

    private void delete(Request request, Reply reply, String patient) {
        if (!log.isReachable()) {
            reply.refuse(notStored());
            return;
        }
        Instant now = clock.instant();
        String erasure = Identity.of("erasure", patient, now.toString());
        log.delete(patient, erasure, now, new ProfileReceipt(request, reply) {
            @Override
            void told(long offset) {
                directory.erase(patient, erasure, now, offset);
                reply.accepted(directory.erasure(patient).orElseThrow(), "/v1/patients/" + patient + "/erasure");
            }
        });
    }

    /** Refuses what is wrong. */
    static Problem invalid(List<Violation> violations) {
        boolean unreadable = violations.get(0).code() == ErrorCode.MALFORMED_JSON;
        return Problem.of(unreadable ? HttpStatus.BAD_REQUEST_400 : HttpStatus.UNPROCESSABLE_ENTITY_422, violations);
    }

    static Problem notStored() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        ErrorCode.NOT_STORED.code(),
                        "The directory cannot be changed now; send the request again later, which is harmless")
                .retryAfter(SOON);
    }

    ProfileLog log() {
        return log;
    }

    Directory directory() {
        return directory;
    }

    InstantSource clock() {
        return clock;
    }
}
