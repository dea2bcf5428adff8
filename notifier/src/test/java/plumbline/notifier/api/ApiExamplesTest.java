package plumbline.notifier.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import plumbline.chassis.auth.AuthSettings;
import plumbline.chassis.auth.TokenVerifier;
import plumbline.chassis.auth.Tokens;
import plumbline.chassis.http.OpenApi;
import plumbline.chassis.http.OpenApi.Example;
import plumbline.chassis.http.OpenApi.Operation;
import plumbline.contract.json.CareTeamReader;
import plumbline.contract.json.Json;
import plumbline.notifier.console.ConsoleHouse;
import plumbline.notifier.inbox.Samples;

/** Every example of the OpenAPI document, replayed against the server. */
class ApiExamplesTest {
    /** Answers that are no JSON or the document itself. */
    private static final Set<String> WITHOUT = Set.of("/openapi.json 200", "/metrics 200", "/v1/alerts/stream 200");

    @TempDir
    Path dir;

    private final HttpClient client = HttpClient.newHttpClient();
    private Tokens tokens;
    private OpenApi api;

    @BeforeEach
    void read() throws Exception {
        tokens = new Tokens(dir);
        try (ConsoleHouse house = house()) {
            api = new OpenApi(send(house, "GET", "/openapi.json", "").body());
        }
    }

    private ConsoleHouse house() {
        ConsoleHouse house = ConsoleHouse.guarded(tokens.verifier(), false);
        house.show(Samples.persistent("a", "p-1"));
        house.write(Samples.entry(
                Samples.persistent("a", "p-1"), 1, "opened", "plumbline", "persistent pain", Optional.empty()));
        return house;
    }

    private HttpResponse<String> send(ConsoleHouse house, String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        String token = path.startsWith("/v1/nudges")
                ? tokens.ofPatient("p-1042", "events:write")
                : tokens.ofTeam("nurse", "default", "alerts:read alerts:act teams:write");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house.port() + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", path.startsWith("/fhir") ? "application/fhir+json" : "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private String pathOf(Operation operation, String name) {
        String id = operation.node().at("/parameters/0/example").asText();
        return operation
                .path()
                .replace(
                        "{id}",
                        switch (name) {
                            case "no-such-alert" -> "none";
                            case "no-such-id" -> "a%20b";
                            default -> id;
                        });
    }

    /** The example of this name; of the operation's first request, where the name is that of an answer alone. */
    private String bodyOf(Operation operation, String name) {
        List<Example> requests = api.requests().stream()
                .filter(example -> example.operation().equals(operation))
                .toList();
        return requests.stream()
                .filter(example -> example.name().equals(name))
                .findFirst()
                .or(() -> requests.stream().findFirst())
                .map(Example::text)
                .orElse("");
    }

    private HttpResponse<String> provoke(Operation operation, String name) throws Exception {
        String path = pathOf(operation, name);
        String body = bodyOf(operation, name);
        return switch (name) {
            case "starting", "not-ready" -> at(ConsoleHouse.starting(tokens.verifier(), false), operation, path, body);
            case "issuer-unknown" ->
                at(
                        ConsoleHouse.guarded(
                                TokenVerifier.of(
                                        new AuthSettings(Optional.of("https://127.0.0.1:1/"), "issuer", "plumbline")),
                                false),
                        operation,
                        path,
                        body);
            case "unauthorized" -> at(house(), operation, path, body, "Authorization", "Bearer none");
            case "insufficient-scope" ->
                at(house(), operation, path, body, bearer(tokens.ofTeam("clerk", "default", "timeline:read")));
            case "team-not-allowed" ->
                at(house(), operation, path, body, bearer(tokens.ofTeam("clerk", "south", "teams:write")));
            case "patient-not-allowed" ->
                at(house(), operation, path, body, bearer(tokens.ofPatient("p-2", "events:write")));
            case "parameter-invalid" -> at(house(), operation, path + "?limit=0", body);
            case "refused" -> at(house(), operation, path, body, "X-Long", "x".repeat(9_000));
            case "malformed-json" ->
                at(house(), operation, path, operation.method().equals("PUT") ? "{" : "[]");
            case "body-too-large" -> at(house(), operation, path, " ".repeat(70_000));
            case "wrong-media-type" -> at(house(), operation, path, body, "Content-Type", "text/plain");
            default -> at(house(name), operation, path, body);
        };
    }

    /** The house in the state that an example tells of. */
    private ConsoleHouse house(String name) {
        ConsoleHouse house = house();
        switch (name) {
            case "not-kept" -> house.loseKafka();
            case "pending" -> house.casework(action -> CompletableFuture.completedFuture(null));
            case "reopen" -> house.show(Samples.resolved(Samples.persistent("a", "p-1")));
            case "team" -> {
                byte[] team = api.requests().stream()
                        .filter(example -> example.operation().method().equals("PUT")
                                && example.name().equals(name))
                        .map(example -> example.text().getBytes(StandardCharsets.UTF_8))
                        .findFirst()
                        .orElseThrow();
                house.keep(((CareTeamReader.Outcome.Good) CareTeamReader.read(team, "default")).team());
            }
            default -> {}
        }
        return house;
    }

    private static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }

    private HttpResponse<String> at(
            ConsoleHouse house, Operation operation, String path, String body, String... headers) throws Exception {
        try (house) {
            return send(house, operation.method(), path, body, headers);
        }
    }

    private static JsonNode json(String text) throws IOException {
        return Json.mapper().readTree(text);
    }

    private void assertDescribed(Operation operation, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("content-type").orElse("");
        api.assertDescribes(operation, answer.statusCode(), type, answer.body());
    }

    @TestFactory
    Stream<DynamicTest> answersEachRequestAsTheDocumentSays() {
        return api.requests().stream()
                .map(request -> DynamicTest.dynamicTest(request.toString(), () -> {
                    HttpResponse<String> answer = provoke(request.operation(), request.name());

                    assertDescribed(request.operation(), answer);
                    assertThat(api.answers())
                            .anyMatch(example -> example.operation().equals(request.operation())
                                    && example.status() == answer.statusCode()
                                    && example.name().equals(request.name()));
                }));
    }

    @TestFactory
    Stream<DynamicTest> givesEachAnswerThatTheDocumentShows() {
        return api.answers().stream()
                .map(example -> DynamicTest.dynamicTest(example.toString(), () -> {
                    HttpResponse<String> answer = provoke(example.operation(), example.name());

                    assertThat(json(answer.body()))
                            .isEqualTo(json(example.value().toString()));
                    assertDescribed(example.operation(), answer);
                }));
    }

    @Test
    void showsAnExampleOfEveryAnswer() {
        assertThat(api.operations())
                .allSatisfy(operation -> operation
                        .node()
                        .path("responses")
                        .fieldNames()
                        .forEachRemaining(status -> assertThat(api.answers())
                                .as("%s %s", operation, status)
                                .anyMatch(example -> example.operation().equals(operation)
                                                && Integer.toString(example.status())
                                                        .equals(status.replace('X', '0'))
                                        || WITHOUT.contains(operation.path() + " " + status))));
    }
}
