package plumbline.notifier.delivery.http;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.Connection;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;
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

    /** The cipher suite of a session that is not agreed on yet. */
    private static final String NO_CIPHER = "SSL_NULL_WITH_NULL_NULL";

    private static final int MOST_OF_BODY = 64 * 1024;

    private final HttpClient client;
    private final Destinations destinations;
    private final Duration read;
    private final InstantSource clock;
    private final Gone gone = new Gone();

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
        return post(endpoint, headers, contentType, body, (status, answer) -> Meaning.ofStatus(status));
    }

    /** Posts once; the meaning may look into the answer's body. */
    public Attempt post(URI endpoint, Map<String, String> headers, String contentType, byte[] body, Meaning meaning) {
        if (!destinations.allows(endpoint.getScheme())) {
            return refused(endpoint);
        }
        if (gone.contains(endpoint, clock.instant())) {
            return Attempt.of(Outcome.GONE);
        }
        Attempt made = send(endpoint, headers, contentType, body, meaning);
        if (made.outcome() == Outcome.GONE) {
            gone.add(endpoint, clock.instant());
        }
        return made;
    }

    private Attempt send(URI endpoint, Map<String, String> headers, String contentType, byte[] body, Meaning meaning) {
        AtomicReference<@Nullable Connection> sending = new AtomicReference<>();
        InputStreamResponseListener answer = new InputStreamResponseListener();
        Request request = client.newRequest(endpoint)
                .method("POST")
                .timeout(CONNECT.plus(read).toMillis(), TimeUnit.MILLISECONDS)
                // Before the first byte: whoever waits for the word that it is written may learn of the reset first.
                .onRequestHeaders(begun -> sending.set(begun.getConnection()))
                .body(new BytesRequestContent(contentType, body))
                .headers(fields -> {
                    fields.put("user-agent", "plumbline");
                    fields.put("connection", "close");
                    headers.forEach(fields::put);
                });
        try {
            request.send(answer);
            return classify(answer.get(read.toMillis(), TimeUnit.MILLISECONDS), answer, meaning);
        } catch (TimeoutException silent) {
            return Attempt.of(isTold(endpoint, sending.get()) ? Outcome.IN_DOUBT : Outcome.RETRY);
        } catch (ExecutionException failure) {
            return failed(endpoint, failure, isTold(endpoint, sending.get()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Attempt.of(Outcome.IN_DOUBT);
        } finally {
            CompletableFuture<Boolean> unused =
                    request.abort(new TimeoutException("the answer's head is all that counts"));
        }
    }

    private static Attempt failed(URI endpoint, ExecutionException failure, boolean told) {
        if (failure.getCause() instanceof PrivateAddress) {
            return refused(endpoint);
        }
        return Attempt.of(told ? Outcome.IN_DOUBT : Outcome.RETRY);
    }

    /** Whether the endpoint may have read some of the message: over TLS only after the handshake. */
    private static boolean isTold(URI endpoint, @Nullable Connection connection) {
        if (connection == null || !"https".equals(endpoint.getScheme())) {
            return connection != null;
        }
        EndPoint.SslSessionData session = connection.getSslSessionData();
        return session != null && !NO_CIPHER.equals(session.cipherSuite());
    }

    private static Attempt refused(URI endpoint) {
        LOG.warn("event=endpoint-refused host={} reason=private-address", endpoint.getHost());
        return Attempt.of(Outcome.REFUSED);
    }

    private Attempt classify(Response response, InputStreamResponseListener answer, Meaning meaning) {
        String retryAfter = response.getHeaders().get("retry-after");
        return new Attempt(
                meaning.of(response.getStatus(), () -> beginning(answer)),
                OptionalInt.of(response.getStatus()),
                retryAfter == null ? Optional.empty() : RetryAfter.parse(retryAfter, clock.instant()));
    }

    /** The rest of what Jetty keeps for a request ends a body that drips. */
    private static byte[] beginning(InputStreamResponseListener answer) {
        try (InputStream body = answer.getInputStream()) {
            return body.readNBytes(MOST_OF_BODY);
        } catch (IOException cut) {
            return new byte[0];
        }
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
