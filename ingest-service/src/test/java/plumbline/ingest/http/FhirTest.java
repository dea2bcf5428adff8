package plumbline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.ingest.http.Served.Answered;

class FhirTest {
    private static final String FHIR = "application/fhir+json";
    private static final String BASE = "/fhir/r4";
    private static final String ONE = "/fhir/r4/Observation";

    private Served served;

    @BeforeEach
    void start() {
        served = Served.start();
    }

    @AfterEach
    void stop() {
        assertThat(served.metric("plumbline_events_received_total"))
                .isEqualTo(served.metric("plumbline_events_accepted_total")
                        + served.metric("plumbline_events_rejected_total"));
        served.close();
    }

    @ParameterizedTest
    @CsvSource({ONE + "," + FHIR, ONE + ",application/json", BASE + "," + FHIR})
    void storesAnObservation(String path, String contentType) {
        Answered answer = served.postLater(path, contentType, BodyPublishers.ofString(observation("o-1", "6")))
                .join();

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("content-type")).isEqualTo(FHIR);
        assertThat(answer.header("location")).isEqualTo("/fhir/r4/Observation/o-1/_history/0");
        assertThat(answer.json().at("/resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(answer.json().at("/issue/0/severity").asText()).isEqualTo("information");
        assertThat(served.log.stored())
                .singleElement()
                .isInstanceOfSatisfying(
                        PainReport.class,
                        report -> assertThat(report.intensity()).hasValue(6));
    }

    @Test
    void withdrawsAnObservationThatWasEnteredInError() {
        post(ONE, observation("o-1", "6").replace("final", "entered-in-error"));

        assertThat(served.log.stored()).extracting(Event::retracted).containsExactly(true);
    }

    @Test
    void withdrawsAnObservationByTheIdOfItsLocation() {
        String nameless = observation("o-1", "6").replace("\"id\":\"o-1\",", "");
        String location = post(ONE, nameless).header("location");
        String id = location.split("/")[4];
        post(ONE, observation(id, "6").replace("final", "entered-in-error"));

        assertThat(id).matches("[A-Za-z0-9.-]{16}");
        assertThat(served.log.stored()).extracting(Event::id).containsExactly(id, id);
        assertThat(served.log.stored()).extracting(Event::retracted).containsExactly(false, true);
    }

    @Test
    void countsAllBytesOfABundleAsUnderWay() throws IOException {
        int most = 1_000_000;
        try (Served patient = Served.start(Served.PATIENT)) {
            try (Socket socket = new Socket("127.0.0.1", patient.server.port())) {
                String head = "POST /fhir/r4 HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + FHIR
                        + "\r\nContent-Length: " + (most + 1) + "\r\n\r\n";
                socket.getOutputStream().write((head + " ".repeat(most)).getBytes(StandardCharsets.UTF_8));

                await().until(() -> patient.metric("plumbline_ingest_inflight_bytes") == most);
            }
            await().until(() -> patient.metric("plumbline_ingest_inflight_bytes") == 0);
        }
    }

    @ParameterizedTest
    @CsvSource({"batch,batch-response", "collection,batch-response"})
    void storesWhatIsGoodInABundleAndAnswersEntryByEntry(String type, String expected) {
        Answered answer = post(BASE, bundle(type, observation("o-1", "6"), observation("o-2", "11"), "{}"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/type").asText()).isEqualTo(expected);
        assertThat(answer.json().findValuesAsText("status"))
                .containsExactly("201 Created", "422 Unprocessable Entity", "422 Unprocessable Entity");
        assertThat(answer.json().findValuesAsText("location")).containsExactly("Observation/o-1/_history/0");
        assertThat(answer.header("location")).isEmpty();
        assertThat(answer.json()
                        .at("/entry/1/response/outcome/issue/0/expression/0")
                        .asText())
                .isEqualTo("Bundle.entry[1].resource.value");
        assertThat(served.log.stored()).extracting(Event::id).containsExactly("o-1");
    }

    @Test
    void answersABatchOfNothingGoodEntryByEntry() {
        Answered answer = post(BASE, bundle("batch", observation("o-1", "11")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(served.log.stored()).isEmpty();
    }

    @Test
    void takesAnEmptyBundle() {
        Answered answer = post(BASE, "{\"resourceType\":\"Bundle\",\"type\":\"batch\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"resourceType\":\"Bundle\",\"type\":\"batch-response\"}");
    }

    @Test
    void storesATransactionOfGoodEntries() {
        Answered answer = post(BASE, bundle("transaction", observation("o-1", "6"), observation("o-2", "7")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/type").asText()).isEqualTo("transaction-response");
        assertThat(served.log.stored()).hasSize(2);
    }

    @Test
    void storesNothingOfATransactionWithABadEntry() {
        Answered answer = post(BASE, bundle("transaction", observation("o-1", "6"), observation("o-2", "11")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("issue")).hasSize(1);
        assertThat(answer.json().at("/issue/0/expression/0").asText()).isEqualTo("Bundle.entry[1].resource.value");
        assertThat(served.log.stored()).isEmpty();
    }

    @Test
    void asksForATransactionAgainThatKafkaTookInPart() {
        served.log.lose(
                event -> event.id().equals("o-2") ? Optional.of(ErrorCode.NOT_STORED) : Optional.<ErrorCode>empty());

        Answered answer = post(BASE, bundle("transaction", observation("o-1", "6"), observation("o-2", "7")));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("retry-after")).isEqualTo("1");
        assertThat(answer.json().at("/issue/0/code").asText()).isEqualTo("transient");
    }

    @Test
    void tellsOfEachEntryOfABatchWhetherKafkaTookIt() {
        served.log.lose(
                event -> event.id().equals("o-2") ? Optional.of(ErrorCode.NOT_STORED) : Optional.<ErrorCode>empty());

        Answered answer = post(BASE, bundle("batch", observation("o-1", "6"), observation("o-2", "7")));

        assertThat(answer.json().findValuesAsText("status")).containsExactly("201 Created", "503 Service Unavailable");
    }

    @Test
    void refusesWithAnOutcomeWhenKafkaIsAway() {
        served.log.goAway();

        Answered answer = post(ONE, observation("o-1", "6"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("content-type")).isEqualTo(FHIR);
        assertThat(answer.header("retry-after")).isEqualTo("1");
        assertThat(answer.json().at("/issue/0/details/text").asText()).isEqualTo("not-stored");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ONE + " | `` | empty-body",
                ONE + " | {\"resourceType\": | malformed-body",
                ONE + " | <Observation/> | malformed-body",
                ONE + " | [] | not-events",
                ONE + " | {\"resourceType\":\"Patient\"} | not-events",
                ONE + " | {\"resourceType\":\"Bundle\",\"type\":\"batch\"} | not-events",
                BASE + " | {\"resourceType\":\"Bundle\",\"type\":\"searchset\"} | not-events",
                BASE + " | {\"resourceType\":\"Bundle\"} | not-events",
            })
    void saysWhyNothingOfABodyIsRead(String path, String body, String code) {
        Answered answer = post(path, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).isEqualTo(FHIR);
        assertThat(answer.json().at("/issue/0/details/text").asText()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "application/fhir+xml,415",
        "text/plain,415",
        "application/fhir+json; fhirVersion=3.0,415",
        "application/fhir+json; charset=utf-16,415",
        "application/fhir+json; charset=utf-8; fhirVersion=4.0,201",
        "application/fhir+json; fhirVersion=\"4.0.1\",201",
    })
    void takesOnlyFhirOfReleaseFourInJson(String contentType, int status) {
        Answered answer = served.postLater(ONE, contentType, BodyPublishers.ofString(observation("o-1", "6")))
                .join();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("resourceType").asText()).isEqualTo("OperationOutcome");
    }

    private Answered post(String path, String body) {
        return served.postLater(path, FHIR, BodyPublishers.ofString(body)).join();
    }

    static String observation(String id, String score) {
        return "{\"resourceType\":\"Observation\",\"id\":\"" + id + "\",\"status\":\"final\","
                + "\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"72514-3\"}]},"
                + "\"subject\":{\"reference\":\"Patient/p-1\"},\"effectiveDateTime\":\"2026-11-20T07:30:00+01:00\","
                + "\"valueInteger\":" + score + "}";
    }

    private static String bundle(String type, String... resources) {
        return Stream.of(resources)
                .map(resource -> "{\"resource\":" + resource + "}")
                .collect(Collectors.joining(
                        ",", "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[", "]}"));
    }
}
