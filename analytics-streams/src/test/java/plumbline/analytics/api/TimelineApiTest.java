package plumbline.analytics.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.analytics.Diary;
import plumbline.analytics.Ward;
import plumbline.analytics.view.StoredTimeline;
import plumbline.analytics.view.TimelineView;
import plumbline.analytics.view.Timelines;
import plumbline.chassis.auth.AuthSettings;
import plumbline.chassis.auth.TokenVerifier;
import plumbline.chassis.auth.Tokens;
import plumbline.chassis.door.BearerDoor;
import plumbline.chassis.http.HttpServer;
import plumbline.chassis.http.HttpSettings;
import plumbline.chassis.http.OpenApi;
import plumbline.chassis.http.OpenApi.Example;
import plumbline.chassis.http.Readiness;
import plumbline.chassis.http.Routes;
import plumbline.chassis.http.Upkeep;
import plumbline.contract.event.PainReport;
import plumbline.contract.json.Json;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

class TimelineApiTest {
    private static final String PATH = "/v1/patients/p-1042/timeline";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Timelines.Found> found = new HashMap<>();

    @TempDir
    private Path directory;

    private Tokens tokens;
    private HttpServer server;
    private OpenApi document;

    @BeforeEach
    void open() throws Exception {
        tokens = new Tokens(directory);
        server = serve(tokens.settings());
        document = new OpenApi(ask("/openapi.json").body());
        PainReport report = PainReport.of("r1", "p-1042", OffsetDateTime.parse("2026-11-20T12:00:00+01:00"))
                .site(Site.LOWER_BACK)
                .side(Side.LEFT)
                .intensity(6)
                .build();
        found.put("p-1042", new Timelines.Found.Here(view("p-1042", Ward.live().takeLive(List.of(report)))));
    }

    private HttpServer serve(AuthSettings auth) {
        return HttpServer.start(new HttpSettings("127.0.0.1", 0, Optional.empty()), routes(auth));
    }

    private Routes routes(AuthSettings auth) {
        Routes routes = Routes.blocking();
        new TimelineApi(
                        (patient, days) -> found.getOrDefault(patient, new Timelines.Found.Nowhere()),
                        new Forwarding(),
                        new BearerDoor(TokenVerifier.of(auth)))
                .addTo(routes);
        return routes;
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static TimelineView view(String patient, Ward ward) {
        var chart = ward.chart();
        return StoredTimeline.view(
                patient,
                new StoredTimeline.Parts(chart.history().orElseThrow(), chart.ledger(), chart.register(), chart::day),
                30);
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOfTheDocumentIsWhatTheServiceAnswers() {
        return document.answers().stream()
                .filter(example -> example.operation().path().contains("timeline") && example.status() != 400
                        || example.name().equals("parameter-invalid"))
                .map(example -> DynamicTest.dynamicTest(example.toString(), () -> {
                    HttpResponse<String> answer = provoke(example);

                    assertThat(answer.statusCode()).isEqualTo(example.status());
                    assertThat(Json.mapper().readTree(answer.body())).isEqualTo(example.value());
                    document.assertDescribes(
                            example.operation(),
                            answer.statusCode(),
                            answer.headers().firstValue("content-type").orElse(""),
                            answer.body());
                }));
    }

    private HttpResponse<String> provoke(Example example) throws Exception {
        return switch (example.name()) {
            case "parameter-invalid" -> ask(PATH + "?days=0");
            case "unauthorized" -> ask(PATH, "none");
            case "insufficient-scope" -> ask(PATH, tokens.ofPatient("p-1042", "alerts:read"));
            case "patient-not-allowed" -> ask(PATH, tokens.ofPatient("p-1", "timeline:read"));
            case "no-such-patient" -> ask("/v1/patients/nobody/timeline");
            case "state-moving" -> {
                found.put("p-1042", new Timelines.Found.NotNow());
                yield ask(PATH);
            }
            case "issuer-unknown" -> {
                try (HttpServer unsure = serve(Tokens.settings("https://127.0.0.1:1/"))) {
                    yield ask(unsure, PATH, tokens.ofPatient("*", "timeline:read"));
                }
            }
            default -> ask(PATH);
        };
    }

    @Test
    void theDocumentDescribesExactlyTheRoutesThatExist() {
        Routes routes = routes(tokens.settings());
        Upkeep.add(routes, new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), () -> new Readiness(true, Map.of()));

        assertThat(document.table()).isEqualTo(new TreeMap<>(routes.table()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "121", "-1", "1.5", "many", ""})
    void refusesDaysOutOfRange(String days) throws Exception {
        assertThat(ask(PATH + "?days=" + days).statusCode()).isEqualTo(400);
    }

    @Test
    void passesARequestOnToTheInstanceThatHoldsThePatientWithTheCallersToken() throws Exception {
        HttpServer other = server;
        server = serve(tokens.settings());
        try (other) {
            TimelineView view = view(
                    "p-2", Ward.live().takeLive(new Diary("p-2").pain(0, 3, 4).events()));
            found.put("p-2", new Timelines.Found.Elsewhere(URI.create("http://127.0.0.1:" + other.port())));

            assertThat(ask("/v1/patients/p-2/timeline").statusCode())
                    .as("two instances that each name the other")
                    .isEqualTo(503);
            found.put("p-2", new Timelines.Found.Here(view));
            assertThat(ask(other, "/v1/patients/p-2/timeline?days=2", tokens.ofPatient("p-2", "timeline:read"))
                            .body())
                    .contains("\"findings\":[{", "persistent-pain");
        }
    }

    @Test
    void anInstanceThatDoesNotAnswerIsAReasonToTryAgain() throws Exception {
        found.put("p-2", new Timelines.Found.Elsewhere(URI.create("http://127.0.0.1:1")));

        HttpResponse<String> answer = ask("/v1/patients/p-2/timeline");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).isPresent();
    }

    private HttpResponse<String> ask(String path) throws Exception {
        return ask(path, tokens.ofPatient("*", "timeline:read"));
    }

    private HttpResponse<String> ask(String path, String token) throws Exception {
        return ask(server, path, token);
    }

    private HttpResponse<String> ask(HttpServer instance, String path, String token)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + instance.port() + path))
                .header("Authorization", "Bearer " + token);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
