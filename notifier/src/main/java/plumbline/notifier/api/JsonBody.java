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

/** Reads the body of a request as a whole, without waiting. */
final class JsonBody {
    private static final Duration SOON = Duration.ofSeconds(2);

    private JsonBody() {}

    /** What is done with a body. */
    interface Then {
        void take(byte[] body) throws Refusal;
    }

    /** Reads a body of JSON that holds at most so many bytes. */
    static void read(Request request, Response response, Callback callback, int most, Then then) throws Refusal {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw Refusal.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "wrong-media-type", "Send Content-Type: application/json");
        }
        if (request.getLength() > most) {
            throw tooLarge(most);
        }
        Content.Source.asByteArrayAsync(
                request, most, Promise.Invocable.from(Invocable.InvocationType.NON_BLOCKING, (body, failure) -> {
                    try {
                        if (failure != null) {
                            throw tooLarge(most);
                        }
                        then.take(body);
                    } catch (Refusal refusal) {
                        AlertApi.refuse(request, response, callback, refusal);
                    }
                }));
    }

    private static Refusal tooLarge(int most) {
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
