package plumbline.analytics.view;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.chassis.http.Answers;

/** Passes a request on to the instance that holds the patient, with the caller's own token, and its answer back. */
public final class Forwarding {
    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** A request with this header is never passed on again, so that two instances which each think the other has it cannot play ball. */
    private static final String FORWARDED = "Plumbline-Forwarded";

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    static boolean isForwarded(Request request) {
        return request.getHeaders().contains(FORWARDED);
    }

    void forward(URI instance, Request request, Response response, Callback callback) {
        HttpRequest.Builder onward = HttpRequest.newBuilder(
                        instance.resolve(request.getHttpURI().getPathQuery()))
                .timeout(PATIENCE)
                .header(FORWARDED, "1");
        String token = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (token != null) {
            onward.header("Authorization", token);
        }
        var unused = client.sendAsync(onward.build(), BodyHandlers.ofByteArray())
                .whenComplete((answer, failure) -> {
                    if (failure == null) {
                        passBack(answer, response, callback);
                    } else {
                        LOG.warn(
                                "event=forward-failed instance={} cause={}",
                                instance,
                                failure.getClass().getSimpleName());
                        TimelineApi.moving().send(request, response, callback);
                    }
                });
    }

    private static void passBack(HttpResponse<byte[]> answer, Response response, Callback callback) {
        answer.headers()
                .firstValue("retry-after")
                .ifPresent(wait -> response.getHeaders().put(HttpHeader.RETRY_AFTER, wait));
        answer.headers()
                .firstValue("www-authenticate")
                .ifPresent(how -> response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, how));
        Answers.bytes(
                response,
                callback,
                answer.statusCode(),
                answer.headers().firstValue("content-type").orElse("application/json"),
                answer.body());
    }
}
