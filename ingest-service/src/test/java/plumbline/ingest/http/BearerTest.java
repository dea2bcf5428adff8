package plumbline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.chassis.auth.Tokens;
import plumbline.contract.event.Event;
import plumbline.ingest.http.Served.Answered;

class BearerTest {
    @TempDir
    Path directory;

    private Tokens tokens;
    private Served served;

    @BeforeEach
    void start() {
        tokens = new Tokens(directory);
        served = new Served(Served.BOUNDS, tokens.settings());
    }

    @AfterEach
    void stop() {
        served.close();
    }

    private Answered post(String body, String token) {
        return served.post(Served.JSON, body.getBytes(StandardCharsets.UTF_8), "Authorization", "Bearer " + token);
    }

    @Test
    void asksForATokenWhereThereIsNone() {
        Answered answer = served.post(Served.JSON, Served.report("a"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("www-authenticate")).isEqualTo("Bearer realm=\"plumbline\"");
    }

    @Test
    void refusesATokenThatIsNotValid() {
        Answered answer = post(Served.report("a"), "not.a.token");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("www-authenticate")).contains("error=\"invalid_token\"");
    }

    @Test
    void namesTheScopeThatIsMissing() {
        Answered answer = post(Served.report("a"), tokens.ofPatient("*", "alerts:read"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("insufficient-scope");
        assertThat(answer.header("www-authenticate")).contains("error=\"insufficient_scope\", scope=\"events:write\"");
    }

    @Test
    void rejectsAForeignEventAndTakesTheOthers() {
        String body = "[" + Served.report("a") + "," + Served.report("b", "p-2", "\"intensity\":1") + "]";

        Answered answer = post(body, tokens.ofPatient("p-1", "events:write"));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.code()).isEqualTo("patient-not-allowed");
        assertThat(answer.json().at("/results/0/errors/0/pointer").asText()).isEqualTo("/1/patient");
        assertThat(served.log.stored()).extracting(Event::id).containsExactly("a");
    }

    @Test
    void aTokenOfOnePatientOpensNothingOfAnother() {
        String token = "Bearer " + tokens.ofPatient("p-1", "patients:write");
        for (String method : new String[] {"PUT", "GET", "DELETE"}) {
            Answered answer = served.request(
                    method, "/v1/patients/p-2", "{}", "Authorization", token, "Content-Type", Served.JSON);
            assertThat(answer.status()).as(method).isEqualTo(403);
            assertThat(answer.code()).isEqualTo("patient-not-allowed");
        }
        assertThat(served.request("GET", "/v1/patients/p-2/erasure", "", "Authorization", token)
                        .status())
                .isEqualTo(403);
        assertThat(served.request("DELETE", "/v1/patients/p-1", "", "Authorization", token)
                        .status())
                .isEqualTo(202);
    }

    @Test
    void theDirectoryAsksForItsOwnScope() {
        Answered answer = served.request(
                "GET", "/v1/patients/p-1", "", "Authorization", "Bearer " + tokens.ofPatient("p-1", "events:write"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("www-authenticate")).contains("scope=\"patients:write\"");
        assertThat(served.get("/v1/patients/p-1").status()).isEqualTo(401);
    }

    @Test
    void refusesAnObservationOfAnotherPatient() {
        Answered answer = served.postLater(
                        "/fhir/r4/Observation",
                        "application/fhir+json",
                        BodyPublishers.ofString(FhirTest.observation("o-1", "6")),
                        "Authorization",
                        "Bearer " + tokens.ofPatient("p-2", "events:write"))
                .join();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().at("/issue/0/code").asText()).isEqualTo("forbidden");
        assertThat(answer.json().at("/issue/0/expression/0").asText()).isEqualTo("Observation.subject");
        assertThat(served.log.stored()).isEmpty();
    }

    @Test
    void answersAClientOfFhirWithoutATokenInFhir() {
        Answered answer = served.postLater("/fhir/r4", "application/fhir+json", BodyPublishers.ofString("{}"))
                .join();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().at("/issue/0/code").asText()).isEqualTo("login");
    }

    @Test
    void letsATrustedBackEndWriteForAll() {
        String body = "[" + Served.report("a") + "," + Served.report("b", "p-2", "\"intensity\":1") + "]";

        assertThat(post(body, tokens.ofPatient("*", "events:write")).status()).isEqualTo(202);
    }
}
