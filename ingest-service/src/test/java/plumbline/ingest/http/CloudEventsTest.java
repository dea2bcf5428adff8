package plumbline.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.event.Event;
import plumbline.ingest.http.Served.Answered;

class CloudEventsTest {
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCHED = "application/cloudevents-batch+json";
    private static final String[] HEADERS = {
        "ce-specversion", "1.0", "ce-id", "m-1", "CE-Source", "/app", "ce-type", "plumbline.pain-report.v1"
    };

    private Served served;

    @BeforeEach
    void start() {
        served = Served.start();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void storesTheDataOfAStructuredEvent() {
        assertThat(served.post(STRUCTURED + "; charset=UTF-8", event(Served.report("a")))
                        .status())
                .isEqualTo(202);

        assertThat(served.log.stored()).extracting(Event::id).containsExactly("a");
    }

    @Test
    void judgesEachEventOfABatch() {
        Answered answer = served.post(
                BATCHED,
                "[" + event(Served.report("a")) + "," + event(Served.report("b", "p-1", "\"intensity\":11")) + "]");

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().at("/results/0/id").asText()).isEqualTo("b");
        assertThat(answer.json().at("/results/0/errors/0/pointer").asText()).isEqualTo("/1/data/intensity");
        assertThat(served.log.stored()).extracting(Event::id).containsExactly("a");
    }

    @Test
    void takesAnEmptyBatch() {
        Answered answer = served.post(BATCHED, "[]");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("accepted").asInt(-1)).isZero();
    }

    @Test
    void storesTheBodyOfABinaryEvent() {
        assertThat(binary("application/json", Served.report("a"), HEADERS).status())
                .isEqualTo(202);

        assertThat(served.log.stored()).extracting(Event::id).containsExactly("a");
    }

    @Test
    void namesTheHeaderThatABinaryEventLacks() {
        Answered answer = binary("application/json", Served.report("a"), "ce-specversion", "1.0");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/results/0/errors/0/detail").asText()).isEqualTo("header ce-id is required");
        assertThat(served.log.stored()).isEmpty();
    }

    @Test
    void refusesABinaryEventWithAHeaderThatIsThereTwice() {
        String[] twice =
                Stream.concat(Stream.of(HEADERS), Stream.of("ce-id", "m-1")).toArray(String[]::new);

        Answered answer = binary("application/json", Served.report("a"), twice);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("duplicate-field");
        assertThat(answer.json().at("/results/0/errors/0/detail").asText()).startsWith("header ce-id is there twice");
        assertThat(served.log.stored()).isEmpty();
    }

    @Test
    void takesNoBinaryEventOfOtherContent() {
        Answered answer = binary("text/xml", "<pain/>", HEADERS);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("unsupported-content");
    }

    @Test
    void takesNoBinaryEventInAnotherCharset() {
        assertThat(binary("application/json; charset=utf-16", Served.report("a"), HEADERS)
                        .status())
                .isEqualTo(415);
    }

    @Test
    void readsAStructuredEventAsSuchWhateverTheHeadersSay() {
        assertThat(binary(STRUCTURED, event(Served.report("a")), HEADERS).status())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({
        STRUCTURED + ",'',empty-body",
        STRUCTURED + ",[,malformed-body",
        BATCHED + ",{},not-events",
        BATCHED + ",it hurts,malformed-body",
    })
    void takesNothingOfABodyThatCannotBeRead(String contentType, String body, String code) {
        Answered answer = served.post(contentType, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("detail").asText()).startsWith("The body ");
    }

    private Answered binary(String contentType, String body, String... headers) {
        return served.post(contentType, body.getBytes(UTF_8), headers);
    }

    static String event(String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"m-1\",\"source\":\"/app\",\"type\":\"plumbline.pain-report.v1\",\"data\":"
                + data + "}";
    }
}
