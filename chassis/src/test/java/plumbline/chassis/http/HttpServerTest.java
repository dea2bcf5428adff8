package plumbline.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.chassis.config.StartFailure;

class HttpServerTest {
    private final AtomicBoolean ready = new AtomicBoolean(true);
    private final HttpClient client = HttpClient.newHttpClient();
    private Metrics metrics;
    private HttpServer server;

    @BeforeEach
    void start() {
        metrics = Metrics.start();
        Routes routes = Routes.blocking()
                .add(
                        "GET",
                        "/v1/things/{id}",
                        (request, response, callback, path) ->
                                Answers.text(response, callback, 200, "text/plain", path.get("id")))
                .add("POST", "/v1/things/{id}", (request, response, callback, path) -> {
                    throw new IllegalStateException("the secret of the house");
                });
        Upkeep.add(routes, metrics.registry(), () -> Readiness.of("state", ready.get(), "restoring, 40 %"));
        server = HttpServer.start(new HttpSettings("127.0.0.1", 0), routes);
    }

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void givesAnEndpointTheVariablesOfItsPath() throws Exception {
        assertThat(send("GET", "/v1/things/p-1042").body()).isEqualTo("p-1042");
    }

    @Test
    void answersAnUnknownPathWithAProblem() throws Exception {
        HttpResponse<String> answer = send("GET", "/v2");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"no-such-path\"", "\"title\":\"Not Found\"");
    }

    @Test
    void namesTheMethodsOfAPathThatHasOthers() throws Exception {
        HttpResponse<String> answer = send("DELETE", "/v1/things/1");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains("GET, POST");
    }

    @Test
    void answersHeadWhereThereIsGet() throws Exception {
        assertThat(send("HEAD", "/v1/things/1").statusCode()).isEqualTo(200);
    }

    @Test
    void keepsTheCauseOfAFailureToItself() throws Exception {
        HttpResponse<String> answer = send("POST", "/v1/things/1");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("\"code\":\"internal\"").doesNotContain("secret", "Exception");
    }

    @Test
    void staysAliveWhileNotReady() throws Exception {
        ready.set(false);

        assertThat(send("GET", "/health/live").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/health/ready"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(503))
                .satisfies(answer -> assertThat(answer.body()).contains("restoring, 40 %"));
    }

    @Test
    void tellsReadinessToThoseWhoOnlyReadMetrics() throws Exception {
        assertThat(send("GET", "/metrics").body()).contains("plumbline_ready 1.0");

        ready.set(false);

        assertThat(send("GET", "/metrics").body()).contains("plumbline_ready 0.0");
    }

    @Test
    void exposesMetrics() throws Exception {
        assertThat(send("GET", "/metrics").body()).contains("jvm_memory_used_bytes");
    }

    @Test
    void letsNoMoreConnectionsInThanItsBoundAndTheNextOnceOneEnds() throws Exception {
        List<Socket> connections = new ArrayList<>();
        try {
            for (int i = 0; i < HttpServer.CONNECTIONS; i++) {
                connections.add(new Socket("127.0.0.1", server.port()));
            }
            Socket waiting = new Socket("127.0.0.1", server.port());
            connections.add(waiting);
            waiting.getOutputStream().write("GET /health/live HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            waiting.setSoTimeout(300);
            assertThatThrownBy(() -> waiting.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            connections.get(0).close();

            waiting.setSoTimeout(10_000);
            assertThat(new String(waiting.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        } finally {
            for (Socket connection : connections) {
                connection.close();
            }
        }
    }

    @Test
    void namesThePortThatIsTaken() {
        HttpSettings same = new HttpSettings("127.0.0.1", server.port());

        assertThatThrownBy(() -> HttpServer.start(same, Routes.blocking()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Port " + server.port());
    }
}
