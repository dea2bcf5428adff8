package plumbline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.patient.Erased;
import plumbline.contract.patient.ErasurePlace;
import plumbline.ingest.http.Served.Answered;

class PatientsEndpointTest {
    private static final String PATIENT = "/v1/patients/p-1";
    private static final String ERASURE = PATIENT + "/erasure";
    private static final String ENTRY =
            "{\"birthYear\":1958,\"timeZone\":\"Europe/Zurich\",\"riskFactors\":[\"osteoporosis\"]}";

    private final Served served = Served.start();

    @AfterEach
    void stop() {
        served.close();
    }

    private Answered put(String body) {
        return served.request("PUT", PATIENT, body, "Content-Type", Served.JSON);
    }

    private Answered erase() {
        return served.request("DELETE", PATIENT, "");
    }

    private void acknowledge(ErasurePlace place) {
        String erasure = served.get(ERASURE).json().path("erasure").asText();
        served.directory.acknowledge(new Erased(erasure, "p-1", place, Served.NOW));
    }

    @Test
    void aNewEntryIsCreatedAndReadBack() {
        Answered created = put(ENTRY);

        assertThat(created.status()).isEqualTo(201);
        assertThat(served.get(PATIENT).status()).isEqualTo(200);
        assertThat(served.get(PATIENT).json()).isEqualTo(created.json());
        assertThat(created.json().path("id").asText()).isEqualTo("p-1");
        assertThat(created.json().path("timeZone").asText()).isEqualTo("Europe/Zurich");
        assertThat(served.profiles.records()).containsExactly("put p-1");
    }

    @Test
    void anEntryIsReplacedAsAWhole() {
        put(ENTRY);
        Answered replaced = put("{\"language\":\"de\"}");

        assertThat(replaced.status()).isEqualTo(200);
        assertThat(served.get(PATIENT).text()).contains("\"language\":\"de\"").doesNotContain("1958");
    }

    @Test
    void whatWasReadCanBeSentBack() {
        String read = put(ENTRY).text();

        assertThat(put(read).text()).isEqualTo(read);
    }

    @Test
    void nobodyIsThereBeforeTheFirstEntry() {
        assertThat(served.get(PATIENT).status()).isEqualTo(404);
        assertThat(served.get(ERASURE).status()).isEqualTo(404);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments("", 400, "malformed-json", ""),
                arguments("{", 400, "malformed-json", ""),
                arguments("[]", 422, "not-an-object", ""),
                arguments("{\"id\":\"p-2\"}", 422, "contradiction", "/id"),
                arguments("{\"birthYear\":2027}", 422, "birth-year-out-of-range", "/birthYear"),
                arguments("{\"timeZone\":\"CEST\"}", 422, "unknown-time-zone", "/timeZone"),
                arguments("{\"nudges\":{\"perDay\":9}}", 422, "nudges-out-of-range", "/nudges/perDay"),
                arguments("{\"contact\":{\"email\":\"me\"}}", 422, "invalid-email", "/contact/email"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongEntryIsRefusedWithFieldAndRemedy(String body, int status, String code, String pointer) {
        Answered answer = put(body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("pointer").asText()).isEqualTo(pointer);
        assertThat(answer.json().at("/errors/0/detail").asText()).isNotBlank();
        assertThat(served.profiles.records()).isEmpty();
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        assertThat(put("{\"birthYear\":1.5,\"timeZone\":\"x\",\"careTeam\":5}")
                        .json()
                        .path("errors"))
                .hasSize(3);
    }

    @Test
    void anotherContentTypeOrTooLongABodyIsRefused() {
        assertThat(served.request("PUT", PATIENT, ENTRY).status()).isEqualTo(415);
        assertThat(served.request("PUT", PATIENT, ENTRY, "Content-Type", "text/plain")
                        .status())
                .isEqualTo(415);
        assertThat(put("{\"x\":\"" + "a".repeat(70_000) + "\"}").status()).isEqualTo(413);
    }

    @Test
    void aPathWithoutAnIdOfOursIsRefused() {
        assertThat(served.request("PUT", "/v1/patients/p%20x", ENTRY, "Content-Type", Served.JSON)
                        .code())
                .isEqualTo("invalid-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOSING", "SILENT", "AWAY"})
    void nothingIsPromisedThatKafkaHasNotTaken(FakeProfiles.Mood mood) {
        put(ENTRY);
        served.profiles.become(mood);

        for (Answered answer : new Answered[] {put("{}"), erase()}) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("retry-after")).isEqualTo("1");
        }
        assertThat(served.get(PATIENT).text()).contains("1958");
        assertThat(served.get(ERASURE).status()).isEqualTo(404);
    }

    @Test
    void anErasureIsPendingUntilEveryPlaceHasSaidSo() {
        put(ENTRY);
        Answered begun = erase();

        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.header("location")).isEqualTo(ERASURE);
        assertThat(begun.json().path("status").asText()).isEqualTo("pending");
        assertThat(served.get(PATIENT).status()).isEqualTo(404);

        acknowledge(ErasurePlace.TIMELINE);
        assertThat(served.get(ERASURE).json().path("status").asText()).isEqualTo("pending");
        acknowledge(ErasurePlace.ALERTS);

        assertThat(served.get(ERASURE).json().path("status").asText()).isEqualTo("done");
        assertThat(served.get(ERASURE).json().path("places")).hasSize(3);
    }

    @Test
    void somebodyWhoIsNotInTheDirectoryCanBeErasedToo() {
        assertThat(erase().status()).isEqualTo(202);
        assertThat(served.profiles.records()).containsExactly("delete p-1");
    }

    @Test
    void anEntryWaitsForTheEndOfAnErasure() {
        erase();
        Answered early = put(ENTRY);
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("erasure-pending");
        assertThat(early.header("retry-after")).isEqualTo("1");

        acknowledge(ErasurePlace.TIMELINE);
        acknowledge(ErasurePlace.ALERTS);

        assertThat(put(ENTRY).status()).isEqualTo(201);
        assertThat(served.get(ERASURE).json().path("status").asText()).isEqualTo("done");
    }

    @Test
    void aPackedEntryIsTaken() {
        Answered answer = served.requestBytes(
                "PUT",
                PATIENT,
                Served.gzip(ENTRY.getBytes(StandardCharsets.UTF_8)),
                "Content-Type",
                Served.JSON,
                "Content-Encoding",
                "gzip");

        assertThat(answer.status()).isEqualTo(201);
    }
}
