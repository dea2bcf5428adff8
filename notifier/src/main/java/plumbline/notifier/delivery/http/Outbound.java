package plumbline.notifier.delivery.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.delivery.Outcome;
import plumbline.notifier.delivery.Attempt;

/**
 * The client for addresses that somebody configured. A name is resolved once, and what was checked is what is connected to, so that a
 * name service that answers differently the second time leads nowhere; the name stays in TLS and in {@code Host}. Redirects are not
 * followed, for they would carry a message to an address that nobody configured.
 */
public final class Outbound implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbound.class);

    /** How long a connection may take. */
    public static final Duration CONNECT = Duration.ofSeconds(5);

    /** How long an endpoint may take to answer. */
    public static final Duration READ = Duration.ofSeconds(15);

    private final HttpClient client;
    private final Destinations destinations;
    private final Duration read;
    private final InstantSource clock;

    private Outbound(HttpClient client, Destinations destinations, Duration read, InstantSource clock) {
        this.client = client;
        this.destinations = destinations;
        this.read = read;
        this.clock = clock;
    }

    /** Opens a client that keeps no connection, cookie or credential between messages. */
    public static Outbound start(Destinations destinations, Duration read, InstantSource clock) {
        return start(destinations, read, clock, new SocketAddressResolver.Sync());
    }

    static Outbound start(Destinations destinations, Duration read, InstantSource clock, SocketAddressResolver names) {
        HttpClient client = new HttpClient();
        client.setConnectTimeout(CONNECT.toMillis());
        client.setFollowRedirects(false);
        client.setUserAgentField(null);
        client.setSocketAddressResolver((host, port, context, promise) ->
                names.resolve(host, port, context, new Checked(destinations, promise)));
        try {
            client.start();
        } catch (Exception failure) {
            throw new IllegalStateException("cannot start an HTTP client", failure);
        }
        // What is left would answer a 401 or follow a redirect.
        client.getProtocolHandlers().clear();
        client.getContentDecoderFactories().clear();
        return new Outbound(client, destinations, read, clock);
    }

    /** Posts once; waits for the head of the answer alone, for an endless body must not hold the worker. */
    public Attempt post(URI endpoint, Map<String, String> headers, String contentType, byte[] body) {
        if (!destinations.allows(endpoint.getScheme())) {
            return refused(endpoint);
        }
        AtomicBoolean sending = new AtomicBoolean();
        InputStreamResponseListener answer = new InputStreamResponseListener();
        Request request = client.newRequest(endpoint)
                .method("POST")
                .timeout(CONNECT.plus(read).toMillis(), TimeUnit.MILLISECONDS)
                .onRequestCommit(begun -> sending.set(true))
                .body(new BytesRequestContent(contentType, body))
                .headers(fields -> {
                    fields.put("user-agent", "plumbline");
                    fields.put("connection", "close");
                    headers.forEach(fields::put);
                });
        try {
            request.send(answer);
            return classify(answer.get(read.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException silent) {
            return Attempt.of(sending.get() ? Outcome.IN_DOUBT : Outcome.RETRY);
        } catch (ExecutionException failure) {
            return failed(endpoint, failure, sending.get());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Attempt.of(Outcome.IN_DOUBT);
        } finally {
            CompletableFuture<Boolean> unused =
                    request.abort(new TimeoutException("the answer's head is all that counts"));
        }
    }

    private static Attempt failed(URI endpoint, ExecutionException failure, boolean sending) {
        if (failure.getCause() instanceof PrivateAddress) {
            return refused(endpoint);
        }
        boolean untold = !sending || failure.getCause() instanceof SSLException;
        return Attempt.of(untold ? Outcome.RETRY : Outcome.IN_DOUBT);
    }

    private static Attempt refused(URI endpoint) {
        LOG.warn("event=endpoint-refused host={} reason=private-address", endpoint.getHost());
        return Attempt.of(Outcome.REFUSED);
    }

    private Attempt classify(Response response) {
        String retryAfter = response.getHeaders().get("retry-after");
        return new Attempt(
                outcome(response.getStatus()),
                OptionalInt.of(response.getStatus()),
                retryAfter == null ? Optional.empty() : RetryAfter.parse(retryAfter, clock.instant()));
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

    @Override
    public void close() {
        LifeCycle.stop(client);
    }

    /** Passes on what a name stands for, if a message may go to all of it. */
    private record Checked(Destinations destinations, Promise<List<InetSocketAddress>> then)
            implements Promise<List<InetSocketAddress>> {
        @Override
        public void succeeded(List<InetSocketAddress> addresses) {
            if (destinations.allows(
                    addresses.stream().map(InetSocketAddress::getAddress).toArray(InetAddress[]::new))) {
                then.succeeded(addresses);
            } else {
                then.failed(new PrivateAddress());
            }
        }

        @Override
        public void failed(Throwable unknown) {
            then.failed(unknown);
        }
    }

    /** A name that stands for an address inside. */
    private static final class PrivateAddress extends Exception {
        private static final long serialVersionUID = 1L;

        PrivateAddress() {
            super("a private address");
        }
    }
}
