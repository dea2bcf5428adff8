package plumbline.chassis.http;

import java.net.BindException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.chassis.config.StartFailure;

/**
 * A started HTTP/1.1 server. Its bounds: 8 KB of headers, 1,024 connections, 30 s of silence on a connection, 45 s for a
 * request to arrive. On close it takes no
 * new request and lets those under way finish, for at most ten seconds.
 */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration MESSAGE = Duration.ofSeconds(45);
    /** A kept-alive connection without a request is closed so soon after the stop; a stop waits for all of them. */
    private static final Duration IDLE_AT_STOP = Duration.ofMillis(100);

    private static final int HEADER_BYTES = 8 * 1024;
    static final int CONNECTIONS = 1_024;
    private static final int THREADS = 32;

    private final Server server;
    private final ServerConnector connector;

    private HttpServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Binds and starts.
     *
     * @throws StartFailure if the address cannot be bound or a TLS file not be used
     */
    public static HttpServer start(HttpSettings settings, Handler handler) {
        return start(settings, handler, MESSAGE);
    }

    static HttpServer start(HttpSettings settings, Handler handler, Duration slowest) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("http-" + settings.port());
        Server server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        ServerConnector connector = new ServerConnector(server, 1, 1, protocols(settings, http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
        connector.addBean(new SlowSenders(connector.getScheduler(), slowest));
        server.setHandler(new GracefulHandler(handler));
        server.setErrorHandler(HttpServer::answerError);
        server.setStopTimeout(GRACE.toMillis());
        try {
            server.start();
        } catch (Exception failure) {
            stopQuietly(server);
            throw cannotListen(settings, failure);
        }
        return new HttpServer(server, connector);
    }

    /** Plain HTTP, or HTTPS with the JDK's TLS 1.2 and 1.3. */
    private static ConnectionFactory[] protocols(HttpSettings settings, HttpConfiguration http) {
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        return settings.tls()
                .map(files -> {
                    SslContextFactory.Server tls = new SslContextFactory.Server();
                    tls.setKeyStore(Credentials.load(files));
                    tls.setKeyStorePassword(Credentials.PASSWORD);
                    return new ConnectionFactory[] {new SslConnectionFactory(tls, plain.getProtocol()), plain};
                })
                .orElseGet(() -> new ConnectionFactory[] {plain});
    }

    /** The port that it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        stopQuietly(server);
    }

    private static StartFailure cannotListen(HttpSettings settings, Exception failure) {
        String address = settings.host() + ":" + settings.port();
        boolean taken = failure instanceof BindException || failure.getCause() instanceof BindException;
        return taken
                ? new StartFailure("Port " + settings.port() + " on " + settings.host()
                        + " cannot be used; stop what holds it, or choose another port")
                : new StartFailure("Cannot listen on " + address + ": " + failure.getMessage(), failure);
    }

    private static void stopQuietly(Server server) {
        try {
            server.stop();
        } catch (Exception failure) {
            LOG.warn(
                    "event=http-stop-failed after={}s",
                    TimeUnit.MILLISECONDS.toSeconds(server.getStopTimeout()),
                    failure);
        }
    }

    /** What the server itself refuses (bad syntax, headers too large) and what an endpoint failed at: no detail leaves the house. */
    private static boolean answerError(Request request, Response response, Callback callback) {
        int status = response.getStatus() < HttpStatus.BAD_REQUEST_400
                ? HttpStatus.INTERNAL_SERVER_ERROR_500
                : response.getStatus();
        if (status == HttpStatus.INTERNAL_SERVER_ERROR_500) {
            LOG.error("event=request-failed method={}", request.getMethod(), failureOf(request));
            Problem.of(status, "internal", "Something failed here, not at your side; try again, and tell the operator")
                    .send(request, response, callback);
            return true;
        }
        Problem.of(status, "refused", "The request was refused: " + HttpStatus.getMessage(status))
                .send(request, response, callback);
        return true;
    }

    private static Throwable failureOf(Request request) {
        return request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof Throwable failure
                ? failure
                : new IllegalStateException("no cause was given");
    }
}
