package plumbline.ingest.http;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import plumbline.chassis.http.Problem;
import plumbline.ingest.intake.Envelope;

/**
 * The arrival of one body. It is read whole before anything is stored, because only its end tells whether it is JSON at all, and of a
 * broken one nothing may be stored.
 */
final class Upload implements BodyReader.Reader {
    /** Above this size, and where the size is not known before unpacking, decoding leaves the threads that serve the network. */
    private static final int SMALL = 64 * 1024;

    private final Request request;
    private final Terms terms;
    private final Bounds bounds;
    private final Reply reply;
    private final Storing storing;
    private volatile boolean ended;
    private volatile Scheduler.Task deadline = () -> false;

    Upload(Request request, Terms terms, Bounds bounds, Reply reply, Storing storing) {
        this.request = request;
        this.terms = terms;
        this.bounds = bounds;
        this.reply = reply;
        this.storing = storing;
    }

    /** Reads what is there; the rest follows as it comes, within the time that an upload may take. */
    void begin() {
        new BodyReader(request, new Body(bounds.bodyBytes(), reply.share()), this).run();
        if (!ended) {
            deadline = request.getComponents()
                    .getScheduler()
                    .schedule(this::late, bounds.upload().toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                deadline.cancel();
            }
        }
    }

    private void end() {
        ended = true;
        deadline.cancel();
    }

    private void late() {
        reply.send(Problem.of(
                HttpStatus.REQUEST_TIMEOUT_408,
                "upload-too-slow",
                "The body did not arrive within " + bounds.upload().toSeconds() + " s; send it in smaller parts"));
    }

    @Override
    public void excess(Body.Excess excess) {
        end();
        reply.refuse(excess == Body.Excess.TOO_LARGE ? Reply.tooLarge(bounds) : Reply.overloaded());
    }

    @Override
    public void broken(Throwable failure) {
        end();
        if (failure instanceof TimeoutException) {
            late();
        } else {
            reply.send(Problem.of(
                    HttpStatus.BAD_REQUEST_400, "body-incomplete", "The body broke off; send the request again"));
        }
    }

    @Override
    public void whole(Body body) {
        end();
        if (terms.gzip() || terms.dialect().isCostly() || body.length() > SMALL) {
            request.getComponents().getExecutor().execute(() -> open(body));
        } else {
            open(body);
        }
    }

    private void open(Body body) {
        try {
            Body plain = body;
            if (terms.gzip()) {
                plain = new Body(bounds.bodyBytes(), reply.share());
                Optional<Body.Excess> excess = Gzip.unpack(body, plain);
                if (excess.isPresent()) {
                    excess(excess.get());
                    return;
                }
            }
            decode(plain);
        } catch (IOException unpackable) {
            reply.send(Problem.of(HttpStatus.BAD_REQUEST_400, "malformed-gzip", Gzip.describe(unpackable)));
        } catch (RuntimeException | Error mistake) {
            reply.fail(mistake);
        }
    }

    private void decode(Body body) {
        Envelope envelope = terms.dialect().open(body.bytes(), body.length());
        if (envelope instanceof Envelope.Opened opened) {
            storing.begin(opened, body.length());
        } else if (envelope instanceof Envelope.Unreadable unreadable) {
            int status = unreadable.fault() == Envelope.Fault.TOO_MANY_EVENTS
                    ? HttpStatus.PAYLOAD_TOO_LARGE_413
                    : HttpStatus.BAD_REQUEST_400;
            Problem problem = Problem.of(status, unreadable.fault().code(), unreadable.detail());
            reply.send(unreadable.pointer().map(problem::at).orElse(problem));
        }
    }
}
