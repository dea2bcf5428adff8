package plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service as a whole while there is no Kafka. */
class IngestServiceTest {
    private IngestService service;

    @BeforeEach
    void start() throws IOException {
        service = IngestService.start(IngestConfig.fromEnvironment(
                Map.of("PLUMBLINE_HTTP_PORT", "0", "PLUMBLINE_KAFKA_BOOTSTRAP", "127.0.0.1:" + unusedPort())));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private HttpResponse<String> send(String path, HttpRequest.Builder request) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + service.port() + path);
        return HttpClient.newHttpClient().send(request.uri(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void startsAndAsksToComeBackWhileKafkaIsAway() throws Exception {
        HttpResponse<String> answer = send(
                "/v1/events",
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).contains("1");
        assertThat(send("/health/live", HttpRequest.newBuilder()).statusCode()).isEqualTo(200);
        assertThat(send("/health/ready", HttpRequest.newBuilder()))
                .satisfies(ready -> assertThat(ready.statusCode()).isEqualTo(503))
                .satisfies(ready -> assertThat(ready.body()).contains("\"kafka\":\"unreachable\""));
    }
}
