package plumbline.ingest.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import plumbline.chassis.http.Answers;
import plumbline.chassis.http.Problem;
import plumbline.ingest.intake.Envelope;

/** The one answer to a request: whoever comes first gives it; it is counted, and what the request held is let go. */
final class Reply {
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Exchange exchange;
    private final Door door;
    private final InFlight.Share share;
    private final IntConsumer answered;
    private final AtomicBoolean given = new AtomicBoolean();

    /**
     * The reply to a request.
     *
     * @param answered counts its status
     */
    Reply(Exchange exchange, Door door, InFlight.Share share, IntConsumer answered) {
        this.exchange = exchange;
        this.door = door;
        this.share = share;
        this.answered = answered;
    }

    /** What the request holds until it is answered. */
    InFlight.Share share() {
        return share;
    }

    /** Answers a request of which all was read. */
    void send(Told told) {
        if (give(told.status())) {
            told.location().ifPresent(place -> exchange.response().getHeaders().put(HttpHeader.LOCATION, place));
            Answers.bytes(exchange.response(), exchange.callback(), told.status(), told.mediaType(), told.body());
        }
    }

    /** Answers a request of which all was read with JSON. */
    void json(int status, byte[] json) {
        if (give(status)) {
            Answers.bytes(exchange.response(), exchange.callback(), status, Headers.JSON, json);
        }
    }

    /** Answers that something was begun whose progress can be followed at a place. */
    void accepted(byte[] json, String location) {
        if (give(HttpStatus.ACCEPTED_202)) {
            exchange.response().getHeaders().put(HttpHeader.LOCATION, location);
            Answers.bytes(exchange.response(), exchange.callback(), HttpStatus.ACCEPTED_202, Headers.JSON, json);
        }
    }

    /** Answers a request of which all was read, or that cannot be read any more. */
    void send(Problem problem) {
        if (give(problem.status())) {
            door.send(problem, exchange, exchange.callback());
        }
    }

    /** Answers at once, without regard to what is still to be read. */
    void refuse(Problem problem) {
        if (give(problem.status())) {
            door.send(problem, exchange, Discard.before(exchange.request(), exchange.callback()));
        }
    }

    /** Refuses with a header that tells what would be taken. */
    void refuse(Problem problem, String header, String value) {
        exchange.response().getHeaders().put(header, value);
        refuse(problem);
    }

    /** Gives up on a request because of a mistake of ours. */
    void fail(Throwable mistake) {
        if (give(HttpStatus.INTERNAL_SERVER_ERROR_500)) {
            exchange.callback().failed(mistake);
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

    static Problem unreadable(Envelope.Unreadable unreadable) {
        int status = unreadable.fault() == Envelope.Fault.TOO_MANY_EVENTS
                ? HttpStatus.PAYLOAD_TOO_LARGE_413
                : HttpStatus.BAD_REQUEST_400;
        Problem problem = Problem.of(status, unreadable.fault().code(), unreadable.detail());
        return unreadable.pointer().map(problem::at).orElse(problem);
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
