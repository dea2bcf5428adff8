package plumbline.ingest.http;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
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
import plumbline.ingest.intake.Dialect;

/** The arrival of one entry of the directory, and its storing. */
final class ProfileUpload implements BodyReader.Reader {
    private static final Bounds BOUNDS = PatientsEndpoint.BOUNDS;

    /** Keeps a body as it comes: an entry is no envelope of events. */
    private static final Dialect WHOLE = (body, length) -> {
        throw new IllegalStateException("an entry is read from its bytes");
    };

    private final PatientsEndpoint home;
    private final Request request;
    private final Reply reply;
    private final String patient;
    private final Packing packing;
    private final Scheduler.Task deadline;

    ProfileUpload(PatientsEndpoint home, Request request, Reply reply, String patient, Packing packing) {
        this.home = home;
        this.request = request;
        this.reply = reply;
        this.patient = patient;
        this.packing = packing;
        this.deadline = request.getComponents()
                .getScheduler()
                .schedule(this::late, BOUNDS.upload().toMillis(), TimeUnit.MILLISECONDS);
    }

    void begin() {
        new BodyReader(request, new Body(WHOLE, BOUNDS, reply.share()), this).run();
    }

    private void late() {
        reply.send(Problem.of(
                HttpStatus.REQUEST_TIMEOUT_408,
                "upload-too-slow",
                "The body did not arrive within " + BOUNDS.upload().toSeconds() + " s; send it again"));
    }

    @Override
    public void refused(Problem problem) {
        deadline.cancel();
        reply.refuse(problem);
    }

    @Override
    public void broken(Throwable failure) {
        deadline.cancel();
        reply.send(Problem.of(
                HttpStatus.BAD_REQUEST_400, "body-incomplete", "The body broke off; send the request again"));
    }

    @Override
    public void mistaken(Throwable mistake) {
        deadline.cancel();
        reply.fail(mistake);
    }

    @Override
    public void whole(Body body) {
        deadline.cancel();
        try {
            Body plain = new Body(WHOLE, BOUNDS, reply.share());
            packing.unpack(body.stream(), plain).ifPresentOrElse(this::refused, () -> read(plain.bytes()));
        } catch (IOException unpackable) {
            String code = "malformed-" + packing.coding();
            reply.send(Problem.of(HttpStatus.BAD_REQUEST_400, code, packing.describe(unpackable)));
        }
    }

    private void read(byte[] json) {
        ProfileReading reading = ProfileReader.read(json, json.length, patient);
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
