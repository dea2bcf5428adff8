package plumbline.notifier.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.chassis.auth.Tokens;
import plumbline.chassis.http.OpenApi;
import plumbline.contract.json.Json;
import plumbline.notifier.console.ConsoleHouse;
import plumbline.notifier.inbox.Samples;

class AlertApiTest {
    private static final String ACKNOWLEDGE = "{\"action\":\"acknowledge\",\"revision\":1}";

    @TempDir
    Path dir;

    private final HttpClient client = HttpClient.newHttpClient();
    private ConsoleHouse house;
    private String token;
    private String reader;

    @BeforeEach
    void open() {
        Tokens tokens = new Tokens(dir);
        token = tokens.ofTeam("nurse", "default", "alerts:read alerts:act");
        reader = tokens.ofTeam("clerk", "default", "alerts:read");
        house = ConsoleHouse.guarded(tokens.verifier(), false);
        house.show(Samples.persistent("a", "p-1"));
        house.show(Samples.emergency("b", "p-2"));
        house.show(Samples.ofTeam(Samples.emergency("foreign", "p-3"), "north"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private HttpRequest.Builder request(String path, String bearer) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house.port() + path))
                .header("Authorization", "Bearer " + bearer);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path, token).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> act(String id, String body, String bearer) throws Exception {
        HttpRequest request = request("/v1/alerts/" + id + "/actions", bearer)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Json.mapper().readTree(answer.body());
    }

    @Test
    void listsTheTeamsAlertsInTheOrderOfTriage() throws Exception {
        assertThat(json(get("/v1/alerts")).findValuesAsText("revision")).hasSize(2);
        assertThat(json(get("/v1/alerts")).at("/alerts/0/id").textValue()).isEqualTo("b");
        assertThat(json(get("/v1/alerts?patient=p-1")).at("/alerts/0/id").textValue())
                .isEqualTo("a");
        assertThat(json(get("/v1/alerts?team=north")).at("/alerts")).isEmpty();
        assertThat(json(get("/v1/alerts?status=resolved")).at("/alerts")).isEmpty();
    }

    @Test
    void goesOnAtTheCursor() throws Exception {
        String cursor = json(get("/v1/alerts?limit=1")).path("cursor").textValue();

        JsonNode second = json(get("/v1/alerts?limit=1&cursor=" + cursor));

        assertThat(second.at("/alerts/0/id").textValue()).isEqualTo("a");
        assertThat(second.has("cursor")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"status=sleeping", "cursor=!", "limit=0", "limit=201", "colour=red"})
    void namesAParameterThatIsWrong(String parameter) throws Exception {
        HttpResponse<String> answer = get("/v1/alerts?" + parameter);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(parameter.substring(0, parameter.indexOf('=')));
    }

    @Test
    void showsOneAlertWithItsHistory() throws Exception {
        house.write(Samples.entry(Samples.persistent("a", "p-1"), 1, "opened", "plumbline", "", Optional.empty()));

        assertThat(json(get("/v1/alerts/a")).path("summary").textValue()).startsWith("Pain of 3");
        assertThat(json(get("/v1/alerts/a/history")).at("/entries/0/what").textValue())
                .isEqualTo("opened");
    }

    @Test
    void answersAnotherTeamsAlertAsIfThereWereNone() throws Exception {
        assertThat(get("/v1/alerts/foreign").statusCode()).isEqualTo(404);
        assertThat(get("/v1/alerts/foreign/history").statusCode()).isEqualTo(404);
        assertThat(act("foreign", ACKNOWLEDGE, token).statusCode()).isEqualTo(404);
        assertThat(get("/v1/alerts/foreign").body())
                .isEqualTo(get("/v1/alerts/none").body());
    }

    @Test
    void asksForATokenWithTheRightScope() throws Exception {
        HttpRequest nobody = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house.port() + "/v1/alerts"))
                .build();

        assertThat(client.send(nobody, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        assertThat(act("a", ACKNOWLEDGE, reader).statusCode()).isEqualTo(403);
    }

    @Test
    void answersAnActionWithTheAlertThatShowsIt() throws Exception {
        HttpResponse<String> answer = act("a", ACKNOWLEDGE, token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).path("status").textValue()).isEqualTo("acknowledged");
        assertThat(json(answer).at("/acknowledgement/by").textValue()).isEqualTo("nurse");
    }

    @Test
    void doesARepeatedActionOnce() throws Exception {
        act("a", ACKNOWLEDGE, token);

        HttpResponse<String> again = act("a", ACKNOWLEDGE, token);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).path("revision").longValue()).isEqualTo(2);
    }

    @Test
    void answersAnOldRevisionWithTheAlertAsItIs() throws Exception {
        house.show(Samples.acknowledged(Samples.persistent("a", "p-1"), "dr.lin"));

        HttpResponse<String> answer = act("a", ACKNOWLEDGE, token);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).at("/alert/acknowledgement/by").textValue()).isEqualTo("dr.lin");
    }

    @Test
    void answersWhatCaseworkRefusesAsAConflictWithItsReason() throws Exception {
        house.casework(action -> {
            house.write(Samples.entry(
                    Samples.persistent("a", "p-1"),
                    2,
                    "action-refused",
                    "nurse",
                    "it ended",
                    Optional.of(action.id())));
            return CompletableFuture.completedFuture(null);
        });

        HttpResponse<String> answer = act("a", ACKNOWLEDGE, token);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("it ended");
    }

    @Test
    void saysThatAnActionIsKeptWhenItDoesNotShowInTime() throws Exception {
        house.casework(action -> CompletableFuture.completedFuture(null));

        assertThat(act("a", ACKNOWLEDGE, token).statusCode()).isEqualTo(202);
    }

    @Test
    void asksToRetryWhenKafkaDoesNotTakeTheAction() throws Exception {
        house.casework(action -> CompletableFuture.failedFuture(new IOException("away")));

        HttpResponse<String> answer = act("a", ACKNOWLEDGE, token);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|400|malformed-json",
                "{|400|malformed-json",
                "{\"revision\":1}|422|/action",
                "{\"action\":\"dance\",\"revision\":1}|422|/action",
                "{\"action\":\"snooze\",\"revision\":1}|422|until",
                "{\"action\":\"acknowledge\"}|422|/revision",
                "{\"action\":\"acknowledge\",\"revision\":1.5}|422|/revision",
                "{\"action\":\"resolve\",\"revision\":1}|422|/reason",
                "{\"action\":\"resolve\",\"revision\":1,\"reason\":\"tired\"}|422|/reason",
                "{\"action\":\"note\",\"revision\":1}|422|/note",
                "{\"action\":\"note\",\"revision\":1,\"note\":7}|422|/note"
            })
    void namesTheFieldOfABadBody(String body, int status, String names) throws Exception {
        HttpResponse<String> answer = act("a", body, token);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(names);
    }

    @Test
    void refusesABodyThatIsTooLarge() throws Exception {
        String body = "{\"action\":\"note\",\"revision\":1,\"note\":\"" + "x".repeat(20_000) + "\"}";

        assertThat(act("a", body, token).statusCode()).isEqualTo(413);
        HttpRequest chunked = request("/v1/alerts/a/actions", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                .build();
        assertThat(client.send(chunked, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
    }

    private BufferedReader stream(Optional<String> last) throws Exception {
        HttpRequest.Builder request = request("/v1/alerts/stream", token);
        last.ifPresent(id -> request.header("Last-Event-ID", id));
        HttpResponse<InputStream> answer = client.send(request.build(), BodyHandlers.ofInputStream());
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader events, String field) throws IOException {
        String line = events.readLine();
        while (line != null && !line.startsWith(field)) {
            line = events.readLine();
        }
        return line == null ? "" : line.substring(field.length());
    }

    @Test
    void streamsTheOpenAlertsAndThenWhatChanges() throws Exception {
        try (BufferedReader events = stream(Optional.empty())) {
            assertThat(next(events, "data: ")).contains("\"id\":\"b\"");
            assertThat(next(events, "data: ")).contains("\"id\":\"a\"");
            house.show(Samples.acknowledged(Samples.persistent("a", "p-1"), "dr.lin"));
            assertThat(next(events, "data: ")).contains("dr.lin").doesNotContain("north");
        }
    }

    @Test
    void resumesAStreamAfterTheLastEvent() throws Exception {
        String last;
        try (BufferedReader events = stream(Optional.empty())) {
            last = next(events, "id: ");
        }
        house.show(Samples.acknowledged(Samples.persistent("a", "p-1"), "dr.lin"));

        try (BufferedReader events = stream(Optional.of(last))) {
            assertThat(next(events, "data: ")).contains("\"id\":\"a\"", "dr.lin");
        }
    }

    @Test
    void keepsAQuietStreamAlive() throws Exception {
        try (BufferedReader events = stream(Optional.of(house.inbox().position().text()))) {
            next(events, ": plumbline");
            assertThat(next(events, ":")).isEmpty();
        }
    }

    @Test
    void describesExactlyItsRoutesBesideTheConsolesPages() throws Exception {
        Map<String, Set<String>> served = new TreeMap<>(house.routes().table());
        served.keySet().removeIf(path -> !path.matches("/v1/.*|/fhir/.*|/health/.*|/metrics|/openapi.json"));

        assertThat(new OpenApi(get("/openapi.json").body()).table()).isEqualTo(served);
    }
}
