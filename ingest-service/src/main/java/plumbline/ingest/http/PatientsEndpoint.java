package plumbline.ingest.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import plumbline.chassis.auth.TokenVerifier;
import plumbline.chassis.http.Problem;
import plumbline.chassis.http.Routes;
import plumbline.contract.Identity;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.json.Json;
import plumbline.ingest.directory.Directory;
import plumbline.ingest.publish.ProfileLog;

/** {@code /v1/patients/{id}}: the directory's entry of a patient, and the erasure of all that is known of them. Never waits. */
public final class PatientsEndpoint {
    static final Bounds BOUNDS =
            new Bounds(64 * 1024, 16L * 1024 * 1024, 1, Duration.ofSeconds(10), Bounds.DEFAULT.acknowledgement());

    static final Duration SOON = Duration.ofSeconds(1);

    private final ProfileLog log;
    private final Directory directory;
    private final InstantSource clock;
    private final PatientDoor door;

    public PatientsEndpoint(
            TokenVerifier tokens, ProfileLog log, Directory directory, InstantSource clock, MeterRegistry registry) {
        this.log = log;
        this.directory = directory;
        this.clock = clock;
        this.door = new PatientDoor(tokens, directory, registry);
    }

    public void addTo(Routes routes) {
        String entry = "/v1/patients/{id}";
        routes.add("PUT", entry, door.before(this::put))
                .add("GET", entry, door.before(this::get))
                .add("DELETE", entry, door.before(this::delete))
                .add("GET", entry + "/erasure", door.before(this::erasure));
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
                        erasure -> reply.json(HttpStatus.OK_200, Json.write(erasure)),
                        () -> reply.refuse(nothing("No erasure of this patient was asked for within the last month")));
    }

    private static Problem nothing(String detail) {
        return Problem.of(HttpStatus.NOT_FOUND_404, "not-found", detail);
    }

    private void put(Request request, Reply reply, String patient) {
        Optional<Packing> packing = Headers.packing(request);
        if (!Headers.isJson(request)) {
            reply.refuse(
                    Problem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE_415,
                            "unsupported-media-type",
                            "Send application/json as Content-Type, in UTF-8"),
                    HttpHeader.ACCEPT.asString(),
                    Headers.JSON);
        } else if (packing.isEmpty()) {
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
            new ProfileUpload(this, request, reply, patient, packing.get()).begin();
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
                reply.accepted(
                        Json.write(directory.erasure(patient).orElseThrow()), "/v1/patients/" + patient + "/erasure");
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
