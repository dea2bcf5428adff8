package plumbline.notifier.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;

/**
 * Posts to an endpoint by Standard Webhooks 1.0.0: signed anew for each attempt under the same id. 2xx alone is success; a redirect is
 * not followed, for it would carry a signed message to an address that nobody configured.
 */
public final class WebhookChannel implements Channel {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookChannel.class);
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** How long an endpoint may take to answer. */
    public static final Duration READ = Duration.ofSeconds(15);

    private final URI endpoint;
    private final SigningKeys keys;
    private final Destinations destinations;
    private final InstantSource clock;
    private final Duration read;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    public WebhookChannel(
            URI endpoint, SigningKeys keys, Destinations destinations, InstantSource clock, Duration read) {
        this.endpoint = endpoint;
        this.keys = keys;
        this.destinations = destinations;
        this.clock = clock;
        this.read = read;
    }

    @Override
    public Attempt send(Notification notification) {
        try {
            if (!destinations.allows(endpoint, InetAddress.getAllByName(endpoint.getHost()))) {
                LOG.warn("event=webhook-refused host={} reason=private-address", endpoint.getHost());
                return Attempt.of(Outcome.REFUSED);
            }
        } catch (UnknownHostException unknown) {
            return Attempt.of(Outcome.RETRY);
        }
        try {
            HttpResponse<InputStream> response = client.send(request(notification), BodyHandlers.ofInputStream());
            // The status says all; an endless body must not hold the worker.
            response.body().close();
            return classify(response);
        } catch (HttpConnectTimeoutException | ConnectException neverConnected) {
            return Attempt.of(Outcome.RETRY);
        } catch (IOException unanswered) {
            return Attempt.of(Outcome.IN_DOUBT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Attempt.of(Outcome.IN_DOUBT);
        }
    }

    private HttpRequest request(Notification notification) {
        byte[] body = WebhookBody.of(notification);
        long timestamp = clock.instant().getEpochSecond();
        return HttpRequest.newBuilder(endpoint)
                .timeout(read)
                .header("content-type", "application/json")
                .header("user-agent", "plumbline")
                .header("webhook-id", notification.id())
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", keys.sign(notification.id(), timestamp, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private Attempt classify(HttpResponse<?> response) {
        int status = response.statusCode();
        Instant now = clock.instant();
        Optional<Duration> retryAfter =
                response.headers().firstValue("retry-after").flatMap(value -> RetryAfter.parse(value, now));
        return new Attempt(outcome(status), OptionalInt.of(status), retryAfter);
    }

    private static Outcome outcome(int status) {
        if (status >= 200 && status < 300) {
            return Outcome.DELIVERED;
        }
        if (status >= 500) {
            return Outcome.RETRY;
        }
        return switch (status) {
            case 408, 425, 429 -> Outcome.RETRY;
            case 410 -> Outcome.GONE;
            default -> Outcome.REFUSED;
        };
    }
}
