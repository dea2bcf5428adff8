package plumbline.notifier.api;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;
import plumbline.chassis.http.Problem;

/**
 * Reads the body of a request as a whole, without waiting.
 *
 * @param needed the media type that it must have
 * @param most bytes that it may hold
 */
record JsonBody(String needed, int most) {
    /** A body of plain JSON that holds at most so many bytes. */
    static JsonBody ofAtMost(int bytes) {
        return new JsonBody("application/json", bytes);
    }

    private static final Duration SOON = Duration.ofSeconds(2);

    /** What is done with a body. */
    interface Then {
        void take(byte[] body) throws Refusal;
    }

    void read(Request request, Response response, Callback callback, Then then) throws Refusal {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(needed)) {
            throw Refusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "wrong-media-type", "Send Content-Type: " + needed);
        }
        if (request.getLength() > most) {
            throw tooLarge();
        }
        Content.Source.asByteArrayAsync(
                request, most, Promise.Invocable.from(Invocable.InvocationType.NON_BLOCKING, (body, failure) -> {
                    try {
                        if (failure != null) {
                            throw tooLarge();
                        }
                        then.take(body);
                    } catch (Refusal refusal) {
                        AlertApi.refuse(request, response, callback, refusal);
                    }
                }));
    }

    private Refusal tooLarge() {
        return Refusal.of(
                HttpStatus.PAYLOAD_TOO_LARGE_413, "body-too-large", "The body may hold at most " + most + " bytes");
    }

    /** Answers once something is kept, or that it is not. */
    static void whenKept(
            CompletableFuture<Void> kept, Request request, Response response, Callback callback, Runnable answer) {
        var unused = kept.whenComplete((done, failure) -> {
            if (failure == null) {
                answer.run();
            } else {
                AlertApi.refuse(
                        request,
                        response,
                        callback,
                        new Refusal(Problem.of(
                                        HttpStatus.SERVICE_UNAVAILABLE_503,
                                        "not-kept",
                                        "Kafka did not take it; send it again")
                                .retryAfter(SOON)));
            }
        });
    }
}
