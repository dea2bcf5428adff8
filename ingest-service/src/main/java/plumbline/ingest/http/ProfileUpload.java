package plumbline.ingest.http;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import plumbline.chassis.http.Problem;
import plumbline.contract.check.Violation;
import plumbline.contract.json.Json;
import plumbline.contract.json.ProfileReader;
import plumbline.contract.json.ProfileReading;
import plumbline.contract.patient.PatientProfile;

/** The arrival of one entry of the directory, and its storing. */
final class ProfileUpload implements BodyReader.Reader {
    private static final Bounds BOUNDS = PatientsEndpoint.BOUNDS;

    private final PatientsEndpoint home;
    private final Request request;
    private final Reply reply;
    private final String patient;
    private final boolean gzip;
    private final Scheduler.Task deadline;

    ProfileUpload(PatientsEndpoint home, Request request, Reply reply, String patient, boolean gzip) {
        this.home = home;
        this.request = request;
        this.reply = reply;
        this.patient = patient;
        this.gzip = gzip;
        this.deadline = request.getComponents()
                .getScheduler()
                .schedule(this::late, BOUNDS.upload().toMillis(), TimeUnit.MILLISECONDS);
    }

    void begin() {
        new BodyReader(request, new Body(BOUNDS.bodyBytes(), reply.share()), this).run();
    }

    private void late() {
        reply.send(Problem.of(
                HttpStatus.REQUEST_TIMEOUT_408,
                "upload-too-slow",
                "The body did not arrive within " + BOUNDS.upload().toSeconds() + " s; send it again"));
    }

    @Override
    public void excess(Body.Excess excess) {
        deadline.cancel();
        reply.refuse(excess == Body.Excess.TOO_LARGE ? Reply.tooLarge(BOUNDS) : Reply.overloaded());
    }

    @Override
    public void broken(Throwable failure) {
        deadline.cancel();
        reply.send(Problem.of(
                HttpStatus.BAD_REQUEST_400, "body-incomplete", "The body broke off; send the request again"));
    }

    @Override
    public void whole(Body body) {
        deadline.cancel();
        try {
            Body plain = body;
            if (gzip) {
                plain = new Body(BOUNDS.bodyBytes(), reply.share());
                Optional<Body.Excess> excess = Gzip.unpack(body, plain);
                if (excess.isPresent()) {
                    excess(excess.get());
                    return;
                }
            }
            read(plain);
        } catch (IOException unpackable) {
            reply.send(Problem.of(HttpStatus.BAD_REQUEST_400, "malformed-gzip", Gzip.describe(unpackable)));
        } catch (RuntimeException | Error mistake) {
            reply.fail(mistake);
        }
    }

    private void read(Body body) {
        ProfileReading reading = ProfileReader.read(body.bytes(), body.length(), patient);
        if (reading instanceof ProfileReading.Bad bad) {
            reply.send(PatientsEndpoint.invalid(bad.violations()));
        } else if (reading instanceof ProfileReading.Good good) {
            Instant now = home.clock().instant();
            List<Violation> ahead = good.profile().ahead(now);
            if (ahead.isEmpty()) {
                store(good.profile(), now);
            } else {
                reply.send(PatientsEndpoint.invalid(ahead));
            }
        }
    }

    private void store(PatientProfile profile, Instant now) {
        boolean isNew = home.directory().find(patient).isEmpty();
        home.log().put(profile, now, new ProfileReceipt(request, reply) {
            @Override
            void told(long offset) {
                home.directory().list(profile, offset);
                reply.json(isNew ? HttpStatus.CREATED_201 : HttpStatus.OK_200, Json.write(profile));
            }
        });
    }
}
