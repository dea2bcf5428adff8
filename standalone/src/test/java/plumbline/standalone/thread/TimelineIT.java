package plumbline.standalone.thread;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.analytics.AnalyticsConfig;
import plumbline.analytics.AnalyticsService;
import plumbline.contract.json.EventWriter;
import plumbline.contract.json.Json;
import plumbline.ingest.IngestConfig;
import plumbline.ingest.IngestService;
import plumbline.standalone.TestBroker;

/** Timelines as they are read over HTTP, from whichever of two instances is asked. */
class TimelineIT {
    private static final List<String> PATIENTS =
            IntStream.range(0, 12).mapToObj(i -> "p-" + i).toList();

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    void eitherOfTwoInstancesAnswersForEveryPatient() throws Exception {
        int one = freePort();
        int other = freePort();
        try (IngestService ingest = IngestService.start(IngestConfig.fromEnvironment(environment("ingest", 0)))) {
            for (String patient : PATIENTS) {
                assertThat(post(ingest.port(), patient).statusCode()).isEqualTo(202);
            }
            try (AnalyticsService first = analytics("one", one);
                    AnalyticsService second = analytics("two", other)) {
                for (String patient : PATIENTS) {
                    String fromOne = timeline(first.port(), patient);
                    assertThat(timeline(second.port(), patient)).isEqualTo(fromOne);
                    JsonNode timeline = Json.mapper().readTree(fromOne);
                    assertThat(timeline.at("/days/0/pain/0/worst").asInt()).isEqualTo(9);
                    assertThat(timeline.at("/findings/0/kind").asText()).isEqualTo("urgent-pain");
                }
                assertThat(get(first.port(), "p-nobody").statusCode()).isEqualTo(404);
                assertThat(get(second.port(), "p-nobody").statusCode()).isEqualTo(404);
            }
        }
    }

    private AnalyticsService analytics(String name, int port) {
        return AnalyticsService.start(AnalyticsConfig.fromEnvironment(environment(name, port)));
    }

    private Map<String, String> environment(String name, int port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PLUMBLINE_KAFKA_BOOTSTRAP", TestBroker.bootstrap());
        environment.put("PLUMBLINE_TOPIC_PREFIX", "timelines-");
        environment.put("PLUMBLINE_HTTP_PORT", Integer.toString(port));
        if (!name.equals("ingest")) {
            environment.put("PLUMBLINE_DATA_DIR", directory.resolve(name).toString());
            environment.put("PLUMBLINE_HTTP_ADVERTISED", "localhost:" + port);
        }
        return environment;
    }

    /** Asks until state has come to rest between the instances and the finding is there. */
    private String timeline(int port, String patient) {
        return Ward.eventually(() -> {
            HttpResponse<String> answer = get(port, patient);
            return answer.statusCode() == 200 && answer.body().contains("urgent-pain")
                    ? Optional.of(answer.body())
                    : Optional.empty();
        });
    }

    private HttpResponse<String> get(int port, String patient) {
        return send(HttpRequest.newBuilder(
                URI.create("http://localhost:" + port + "/v1/patients/" + patient + "/timeline?days=7")));
    }

    private HttpResponse<String> post(int port, String patient) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/events"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        EventWriter.write(Ward.suddenPain("r-" + patient, patient)))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
