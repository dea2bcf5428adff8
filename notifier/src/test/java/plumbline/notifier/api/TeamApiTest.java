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
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.chassis.auth.Tokens;
import plumbline.contract.alert.NudgeAnswer;
import plumbline.contract.json.Json;
import plumbline.notifier.console.ConsoleHouse;

class TeamApiTest {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String LOG = "{'id':'anna','channels':[{'kind':'log'}]}";

    @TempDir
    Path dir;

    private final HttpClient client = HttpClient.newHttpClient();
    private Tokens tokens;
    private ConsoleHouse house;
    private String admin;

    @BeforeEach
    void open() {
        tokens = new Tokens(dir);
        house = ConsoleHouse.guarded(tokens.verifier(), false);
        admin = tokens.ofTeam("head", "*", "teams:write");
    }

    @AfterEach
    void close() {
        house.close();
    }

    private HttpResponse<String> send(String method, String path, String body, String token) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house.port() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body.replace('\'', '"')))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> put(String id, String fields) throws Exception {
        return send("PUT", "/v1/care-teams/" + id, "{'timeZone':'Europe/Zurich'," + fields + "}", admin);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Json.mapper().readTree(answer.body());
    }

    @Test
    void keepsATeamAndShowsItAgainWithoutItsKeys() throws Exception {
        String anna = "{'id':'anna','channels':[{'kind':'webhook','address':'https://example.org/a','keys':['" + KEY
                + "']}]}";

        assertThat(put("north", "'members':[" + anna + "]").statusCode()).isEqualTo(200);

        HttpResponse<String> shown = send("GET", "/v1/care-teams/north", "", admin);
        assertThat(json(shown).at("/members/0/channels/0/address").textValue()).isEqualTo("https://example.org/a");
        assertThat(json(shown).at("/urgent/steps")).hasSize(3);
        assertThat(shown.body()).doesNotContain("whsec_");
        assertThat(house.team("north")
                        .orElseThrow()
                        .members()
                        .get(0)
                        .channels()
                        .get(0)
                        .keys())
                .containsExactly(KEY);
    }

    @Test
    void aMemberOfAnotherTeamMayNeitherReadNorWriteIt() throws Exception {
        put("north", "'members':[" + LOG + "]");
        String south = tokens.ofTeam("nurse", "south", "teams:write");

        assertThat(send("GET", "/v1/care-teams/north", "", south).statusCode()).isEqualTo(403);
        assertThat(send("PUT", "/v1/care-teams/north", "{}", south).statusCode())
                .isEqualTo(403);
        assertThat(send("GET", "/v1/care-teams/south", "", south).statusCode()).isEqualTo(404);
    }

    @Test
    void asksForTheScope() throws Exception {
        String nurse = tokens.ofTeam("nurse", "*", "alerts:read alerts:act");

        assertThat(send("PUT", "/v1/care-teams/north", "{}", nurse).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'timeZone':'Europe/Zurih','members':[LOG]|unknown-time-zone|/timeZone",
                "'members':[]|missing-field|/members",
                "'members':[LOG],'urgent':{'steps':[]}|missing-field|/urgent/steps",
                "'members':[{'id':'anna','channels':[]}]|missing-field|/members/0/channels",
                "'members':[{'id':'anna','channels':[{'kind':'webhook'}]}]|missing-field|/members/0/channels/0/address",
                "'members':[{'id':'anna','channels':[{'kind':'email','address':'anna'}]}]|invalid-email|/members/0/channels/0/address",
                "'members':[{'id':'anna','channels':[{'kind':'webhook','address':'ftp://x'}]}]|invalid-webhook|/members/0/channels/0/address",
                "'members':[{'id':'anna','channels':[{'kind':'webhook','address':'https://e.org','keys':['whsec_c2hvcnQ=']}]}]|invalid-key|/members/0/channels/0/keys/0",
                "'members':[{'id':'anna','channels':[{'kind':'pigeon'}]}]|unknown-value|/members/0/channels/0/kind",
                "'members':[LOG],'urgent':{'steps':[{'after':'soon'}]}|invalid-duration|/urgent/steps/0/after",
                "'members':[LOG],'urgent':{'steps':[{'after':'PT0S','to':['zoe']}]}|unknown-value|/urgent/steps/0/to",
                "'members':[LOG],'handOver':'north'|cycle|/handOver",
                "'members':[LOG],'handOver':'south'|cycle|/handOver",
                "'members':[LOG,LOG]|contradiction|/members",
                "'id':'south','members':[LOG]|contradiction|/id"
            })
    void namesEachMistakeInATeamAndKeepsNothingOfIt(String fields, String code, String pointer) throws Exception {
        put("south", "'members':[" + LOG + "],'handOver':'north'");

        HttpResponse<String> answer = put("north", fields.replace("LOG", LOG));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(json(answer).path("errors"))
                .anySatisfy(fault -> assertThat(fault.path("code").asText()
                                + fault.path("pointer").asText())
                        .isEqualTo(code + pointer));
        assertThat(house.team("north")).isEmpty();
    }

    @Test
    void namesEveryMistakeAtOnce() throws Exception {
        HttpResponse<String> answer = put("north", "'language':7,'members':[{'id':'anna','channels':[{'kind':'x'}]}]");

        assertThat(json(answer).path("errors")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void answers503WhenKafkaDoesNotTakeATeamOrAnAnswer() throws Exception {
        house.loseKafka();
        String app = tokens.ofPatient("p-1042", "events:write");

        assertThat(put("north", "'members':[" + LOG + "]").headers().firstValue("Retry-After"))
                .isPresent();
        assertThat(send("POST", "/v1/nudges/n-1/response", "{'response':'done'}", app)
                        .statusCode())
                .isEqualTo(503);
    }

    @Test
    void keepsWhatAPatientSaysToANudge() throws Exception {
        String app = tokens.ofPatient("p-1042", "events:write");

        HttpResponse<String> answer = send("POST", "/v1/nudges/n-1/response", "{'response':'not-now'}", app);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(house.answers())
                .extracting(NudgeAnswer::nudge, NudgeAnswer::patient, NudgeAnswer::response)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("n-1", "p-1042", NudgeAnswer.Response.NOT_NOW));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|400|malformed-json",
                "{'patient':'p-1042'}|422|/response",
                "{'response':'maybe'}|422|/response",
                "{'response':'done','patient':'a b'}|422|/patient",
                "{'response':'done','patient':'p-2'}|403|patient-not-allowed"
            })
    void namesWhatIsWrongWithAnAnswer(String body, int status, String names) throws Exception {
        String app = tokens.ofPatient("p-1042", "events:write");

        HttpResponse<String> answer = send("POST", "/v1/nudges/n-1/response", body, app);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(names);
        assertThat(house.answers()).isEmpty();
    }
}
