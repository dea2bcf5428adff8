package plumbline.ingest.http;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import plumbline.chassis.http.Problem;
import plumbline.ingest.intake.Dialect;
import plumbline.ingest.intake.Envelope;

/**
 * The arrival of one body. Long ones are decoded while they arrive, but nothing is stored before the end, because only the end tells
 * whether a body is JSON at all, and of a broken one nothing may be stored.
 */
final class Upload implements BodyReader.Reader {
    /** Keeps what it is given, to be unpacked when all is there. */
    private static final Dialect PACKED = (body, length) -> {
        throw new IllegalStateException("packed bytes are no body yet");
    };

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
        Dialect dialect = terms.packing() == Packing.NONE ? terms.dialect() : PACKED;
        new BodyReader(request, new Body(dialect, bounds, reply.share()), this).run();
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
    public void refused(Problem problem) {
        end();
        reply.refuse(problem);
    }

    @Override
    public void mistaken(Throwable mistake) {
        end();
        reply.fail(mistake);
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
        boolean isQuick = terms.packing() == Packing.NONE && !terms.dialect().isCostly();
        Executor thread = isQuick ? Runnable::run : request.getComponents().getExecutor();
        thread.execute(() -> open(body));
    }

    private void open(Body body) {
        try {
            if (terms.packing() == Packing.NONE) {
                decode(body);
            } else {
                unpack(body);
            }
        } catch (RuntimeException | Error mistake) {
            reply.fail(mistake);
        }
    }

    private void unpack(Body packed) {
        Body plain = new Body(terms.dialect(), bounds, reply.share());
        try {
            terms.packing().unpack(packed.stream(), plain).ifPresentOrElse(this::refused, () -> decode(plain));
        } catch (IOException unpackable) {
            String code = "malformed-" + terms.packing().coding();
            reply.send(
                    Problem.of(HttpStatus.BAD_REQUEST_400, code, terms.packing().describe(unpackable)));
        }
    }

    private void decode(Body body) {
        Envelope envelope = body.envelope();
        if (envelope instanceof Envelope.Opened opened) {
            storing.begin(opened, body.total());
        } else if (envelope instanceof Envelope.Unreadable unreadable) {
            reply.send(Reply.unreadable(unreadable));
        }
    }
}
