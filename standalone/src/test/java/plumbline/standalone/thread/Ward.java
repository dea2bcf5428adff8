package plumbline.standalone.thread;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import plumbline.chassis.http.OpenApi;
import plumbline.contract.event.PainReport;
import plumbline.contract.json.EventWriter;
import plumbline.contract.json.Json;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Site;
import plumbline.standalone.installation.Installation;
import plumbline.standalone.installation.Plan;
import plumbline.standalone.issuer.Grant;
import plumbline.standalone.issuer.LocalIssuer;

/** An installation and somebody who uses it over HTTP with a token for everything. */
final class Ward implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Installation installation;
    private final String token;

    private Ward(Installation installation, String token) {
        this.installation = installation;
        this.token = token;
    }

    /** Starts an installation in a directory, on a Kafka that is there or on one of its own. */
    static Ward start(Path directory, Optional<String> kafka, Map<String, String> environment) {
        LocalIssuer issuer = LocalIssuer.in(directory);
        Plan plan = new Plan(directory, issuer.publicKeys(), kafka, Plan.Ports.ANY, environment);
        String token = issuer.token(Grant.ofEverything("nurse"), Instant.now(), Duration.ofHours(1));
        return new Ward(Installation.start(plan), token);
    }

    /** A report of a sudden pain of 9, now: an urgent finding by itself. */
    static PainReport suddenPain(String id, String patient) {
        return PainReport.of(id, patient, OffsetDateTime.now(ZoneOffset.UTC).withNano(0))
                .site(Site.LOWER_BACK)
                .intensity(9)
                .onset(Onset.SUDDEN)
                .build();
    }

    HttpResponse<String> post(PainReport report) {
        return send(request(installation.ingest(), "/v1/events")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(EventWriter.write(report))));
    }

    /** Asks the directory of the ingest service; a body is an entry. */
    HttpResponse<String> directory(String method, String path, String body) {
        return send(request(installation.ingest(), "/v1/patients/" + path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> ingest(String path) {
        return send(request(installation.ingest(), path));
    }

    /** The statuses by which ingest, analytics and the notifier say whether they are ready. */
    List<Integer> ready() {
        return services().stream()
                .map(service -> send(request(service, "/health/ready")).statusCode())
                .toList();
    }

    List<URI> services() {
        return List.of(installation.ingest(), installation.analytics(), installation.notifier());
    }

    /** The document of a service. */
    OpenApi openApi(URI service) {
        return new OpenApi(send(request(service, "/openapi.json")).body());
    }

    /** Sends a request with a token that is somebody else's. */
    HttpResponse<String> tryAs(String other, URI service, String method, String path, String type, String body) {
        HttpRequest.Builder request = request(service, path)
                .setHeader("Authorization", "Bearer " + other)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return send(request);
    }

    List<JsonNode> alerts(String patient) {
        return read("/v1/alerts?patient=" + patient).findValue("alerts").findParents("openedAt");
    }

    /** Waits for the one alert of a patient. */
    JsonNode alert(String patient) {
        return eventually(() -> alerts(patient).stream().findFirst());
    }

    JsonNode read(String path) {
        return json(send(request(installation.notifier(), path)).body());
    }

    HttpResponse<String> act(String alert, String body) {
        return send(request(installation.notifier(), "/v1/alerts/" + alert + "/actions")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    String page() {
        return page("/");
    }

    /** A page of the console. */
    String page(String path) {
        return send(request(installation.notifier(), path)).body();
    }

    static <T> T eventually(Supplier<Optional<T>> look) {
        return await().atMost(30, SECONDS).until(look::get, Optional::isPresent).orElseThrow();
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private HttpRequest.Builder request(URI service, String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", "Bearer " + token);
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

    @Override
    public void close() {
        installation.close();
    }
}
