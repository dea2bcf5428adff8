package plumbline.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import plumbline.chassis.auth.AuthSettings;
import plumbline.chassis.auth.TokenVerifier;
import plumbline.chassis.http.HttpServer;
import plumbline.chassis.http.HttpSettings;
import plumbline.chassis.http.Readiness;
import plumbline.chassis.http.Routes;
import plumbline.contract.json.Json;
import plumbline.ingest.directory.Directories;
import plumbline.ingest.directory.Directory;

/** The service's routes on a real server over a log in memory, and a client for it. The clock stands still. */
final class Served implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final String JSON = "application/json";
    static final String LINES = "application/x-ndjson";

    /** Small, so that they are met in tests. */
    static final Bounds BOUNDS =
            new Bounds(32 * 1024 * 1024, 64L * 1024 * 1024, 200_000, Duration.ofMillis(700), Duration.ofMillis(700));

    /** So long that even a busy machine does not meet them. */
    static final Bounds PATIENT = new Bounds(
            BOUNDS.bodyBytes(), BOUNDS.bytes(), BOUNDS.events(), Duration.ofSeconds(60), Duration.ofSeconds(60));

    final FakeLog log = new FakeLog();
    final FakeProfiles profiles = new FakeProfiles();
    final Directory directory = Directories.complete();
    final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    final Routes routes;
    final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Served(Bounds bounds, AuthSettings auth) {
        EventsEndpoint events =
                new EventsEndpoint(TokenVerifier.of(auth), log, InstantSource.fixed(NOW), bounds, registry);
        routes = IngestRoutes.of(
                events,
                registry,
                () -> Readiness.of("kafka", log.isReachable(), log.isReachable() ? "reachable" : "unreachable"));
        new PatientsEndpoint(TokenVerifier.of(auth), profiles, directory, InstantSource.fixed(NOW), registry)
                .addTo(routes);
        server = HttpServer.start(new HttpSettings("127.0.0.1", 0), routes);
    }

    static Served start() {
        return new Served(BOUNDS, new AuthSettings(Optional.empty(), "us", "plumbline"));
    }

    static Served start(Bounds bounds) {
        return new Served(bounds, new AuthSettings(Optional.empty(), "us", "plumbline"));
    }

    /** An answer, with its body as a tree where it has one. */
    record Answered(int status, Map<String, List<String>> headers, String text) {
        JsonNode json() {
            try {
                return Json.mapper().readTree(text);
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }

        /** The code of a problem, or of the first error of the first result. */
        String code() {
            JsonNode problem = json().path("code");
            return problem.isMissingNode()
                    ? json().at("/results/0/errors/0/code").asText()
                    : problem.asText();
        }

        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    Answered post(String contentType, String body) {
        return post(contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    Answered post(String contentType, byte[] body, String... headers) {
        return postLater("/v1/events", contentType, BodyPublishers.ofByteArray(body), headers)
                .join();
    }

    CompletableFuture<Answered> postLater(String body) {
        return postLater("/v1/events", JSON, BodyPublishers.ofString(body));
    }

    CompletableFuture<Answered> postLater(String path, String contentType, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).POST(body);
        if (!contentType.isEmpty()) {
            request.header("Content-Type", contentType);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    Answered get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build()).join();
    }

    Answered request(String method, String path, String body, String... headers) {
        return requestBytes(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answered requestBytes(String method, String path, byte[] body, String... headers) {
        return requestLater(method, path, body, headers).join();
    }

    CompletableFuture<Answered> requestLater(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private CompletableFuture<Answered> send(HttpRequest request) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(answer ->
                        new Answered(answer.statusCode(), answer.headers().map(), answer.body()));
    }

    /** The value of a metric in the exposition, summed over its labels. */
    double metric(String name) {
        return registry.scrape()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    static String report(String id) {
        return report(id, "p-1", "\"intensity\":6");
    }

    static String report(String id, String patient, String fields) {
        return "{\"type\":\"pain-report\",\"id\":\"" + id + "\",\"patient\":\"" + patient
                + "\",\"at\":\"2026-11-20T07:30:00+01:00\"," + fields + "}";
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    static byte[] zstd(byte[] plain) {
        return Zstd.compress(plain);
    }

    @Override
    public void close() {
        server.close();
        registry.close();
    }
}
