package plumbline.notifier.api;

import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;

/** Reads the body of a request as a whole, without waiting. */
final class JsonBody {
    private static final int MOST = 64 * 1024;

    private JsonBody() {}

    /** What is done with a body. */
    interface Then {
        void take(byte[] body) throws Refusal;
    }

    static void read(Request request, Response response, Callback callback, Then then) throws Refusal {
        read(request, response, callback, "application/json", then);
    }

    static void read(Request request, Response response, Callback callback, String needed, Then then) throws Refusal {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(needed)) {
            throw Refusal.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE_415, "wrong-media-type", "Send Content-Type: " + needed);
        }
        Content.Source.asByteArrayAsync(
                request, MOST, Promise.Invocable.from(Invocable.InvocationType.NON_BLOCKING, (body, failure) -> {
                    try {
                        if (failure != null) {
                            throw Refusal.of(
                                    HttpStatus.PAYLOAD_TOO_LARGE_413,
                                    "body-too-large",
                                    "The body may hold at most " + MOST + " bytes");
                        }
                        then.take(body);
                    } catch (Refusal refusal) {
                        AlertApi.refuse(request, response, callback, refusal);
                    }
                }));
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
                        Refusal.of(
                                HttpStatus.SERVICE_UNAVAILABLE_503,
                                "not-kept",
                                "Kafka did not take it; send it again"));
            }
        });
    }
}
