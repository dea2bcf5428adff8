package plumbline.ingest.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import plumbline.chassis.http.Answers;
import plumbline.chassis.http.Problem;

/** The one answer to a request: whoever comes first gives it; it is counted, and what the request held is let go. */
final class Reply {
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final InFlight.Share share;
    private final IntConsumer answered;
    private final AtomicBoolean given = new AtomicBoolean();

    /**
     * The reply to a request.
     *
     * @param answered counts its status
     */
    Reply(Request request, Response response, Callback callback, InFlight.Share share, IntConsumer answered) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.share = share;
        this.answered = answered;
    }

    /** What the request holds until it is answered. */
    InFlight.Share share() {
        return share;
    }

    /** Answers a request of which all was read. */
    void send(int status, Object message) {
        if (give(status)) {
            Answers.json(response, callback, status, message);
        }
    }

    /** Answers that something was begun whose progress can be followed at a place. */
    void accepted(Object message, String location) {
        if (give(HttpStatus.ACCEPTED_202)) {
            response.getHeaders().put(HttpHeader.LOCATION, location);
            Answers.json(response, callback, HttpStatus.ACCEPTED_202, message);
        }
    }

    /** Answers a request of which all was read with JSON that is written already. */
    void json(int status, byte[] json) {
        if (give(status)) {
            Answers.bytes(response, callback, status, "application/json", json);
        }
    }

    /** Answers a request of which all was read, or that cannot be read any more. */
    void send(Problem problem) {
        if (give(problem.status())) {
            problem.send(request, response, callback);
        }
    }

    /** Answers at once, without regard to what is still to be read. */
    void refuse(Problem problem) {
        if (give(problem.status())) {
            problem.send(request, response, Discard.before(request, callback));
        }
    }

    /** Refuses with a header that tells what would be taken. */
    void refuse(Problem problem, String header, String value) {
        response.getHeaders().put(header, value);
        refuse(problem);
    }

    /** Gives up on a request because of a mistake of ours. */
    void fail(Throwable mistake) {
        if (give(HttpStatus.INTERNAL_SERVER_ERROR_500)) {
            callback.failed(mistake);
        }
    }

    private boolean give(int status) {
        boolean first = given.compareAndSet(false, true);
        if (first) {
            share.close();
            answered.accept(status);
        }
        return first;
    }

    static Problem tooLarge(Bounds bounds) {
        return Problem.of(
                HttpStatus.PAYLOAD_TOO_LARGE_413,
                "body-too-large",
                "The body is larger than " + bounds.bodyBytes()
                        + " bytes after decompression; send it in smaller parts");
    }

    static Problem overloaded() {
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS_429,
                        "overloaded",
                        "Too much is under way; nothing of this was stored, send it again later")
                .retryAfter(WAIT);
    }

    static Problem notStored() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE_503,
                        "not-stored",
                        "Events cannot be stored now; send them again later, which is harmless in any case")
                .retryAfter(WAIT);
    }
}
