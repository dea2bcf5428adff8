package plumbline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.event.Event;
import plumbline.ingest.http.Served.Answered;

class EventsEndpointTest {
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
    void takesOneEvent() {
        Answered answer = served.post(Served.JSON, Served.report("a"));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text()).isEqualTo("{\"accepted\":1,\"rejected\":0,\"results\":[]}");
        assertThat(served.log.stored()).extracting(Event::id).containsExactly("a");
    }

    @Test
    void takesAnArray() {
        assertThat(served.post(Served.JSON, "[" + Served.report("a") + "," + Served.report("b") + "]")
                        .status())
                .isEqualTo(202);
        assertThat(served.log.stored()).extracting(Event::id).containsExactly("a", "b");
    }

    @Test
    void takesAWrappedArrayBesideOtherFields() {
        String body = "{\"sentBy\":{\"app\":[1]},\"events\":[" + Served.report("a") + "],\"more\":null}";

        assertThat(served.post(Served.JSON, body).status()).isEqualTo(202);
        assertThat(served.log.stored()).hasSize(1);
    }

    @Test
    void takesAnEventThatHasAnUnknownFieldCalledEvents() {
        assertThat(served.post(Served.JSON, Served.report("a", "p-1", "\"events\":[1,2]"))
                        .status())
                .isEqualTo(202);
    }

    @Test
    void takesLinesAndIgnoresBlankOnes() {
        Answered answer =
                served.post(Served.LINES, "\n" + Served.report("a") + "\r\n \t\r\n{\"type\":\n" + Served.report("b"));

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().at("/results/0/index").asInt()).isEqualTo(1);
        assertThat(answer.code()).isEqualTo("malformed-json");
        assertThat(answer.json().at("/results/0/errors/0/pointer").asText()).isEqualTo("/1");
        assertThat(served.log.stored()).extracting(Event::id).containsExactly("a", "b");
    }

    @Test
    void takesGzip() {
        byte[] packed = Served.gzip(Served.report("a").getBytes(StandardCharsets.UTF_8));

        assertThat(served.post(Served.JSON, packed, "Content-Encoding", "GZIP").status())
                .isEqualTo(202);
        assertThat(served.log.stored()).hasSize(1);
    }

    @Test
    void listsEveryEventWhenAsked() {
        String body = "[" + Served.report("a") + "," + Served.report("b", "p-1", "\"intensity\":11") + "]";

        Answered answer = served.postLater("/v1/events?verbose=true", Served.JSON, BodyPublishers.ofString(body))
                .join();

        assertThat(answer.text())
                .isEqualTo(
                        "{\"accepted\":1,\"rejected\":1,\"results\":["
                                + "{\"index\":0,\"id\":\"a\",\"outcome\":\"accepted\"},"
                                + "{\"index\":1,\"id\":\"b\",\"outcome\":\"rejected\",\"errors\":[{\"code\":\"intensity-out-of-range\","
                                + "\"pointer\":\"/1/intensity\",\"detail\":\"must be a whole number from 0 to 10\",\"retryable\":false}]}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Application/JSON",
                "application/json;charset=UTF-8",
                "application/json ; v=1; charset=\"utf-8\"",
                "application/x-ndjson; charset=utf8"
            })
    void readsContentTypesWithParametersInAnyCase(String contentType) {
        assertThat(served.post(contentType, Served.report("a")).status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "text/plain", "application/xml", "application/json; charset=iso-8859-1", "json"})
    void namesTheContentTypesThatItTakes(String contentType) {
        Answered answer = served.post(contentType, Served.report("a"));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("unsupported-media-type");
        assertThat(answer.header("accept-post"))
                .isEqualTo("application/json, application/x-ndjson, "
                        + "application/cloudevents+json, application/cloudevents-batch+json");
        assertThat(served.log.stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, gzip", "deflate", "gzip;q=1"})
    void namesTheEncodingsThatItTakes(String encoding) {
        Answered answer = served.post(Served.JSON, new byte[] {1, 2}, "Content-Encoding", encoding);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("unsupported-encoding");
        assertThat(answer.header("accept-encoding")).isEqualTo("gzip, zstd, identity");
    }

    @Test
    void namesTheMethodThatItTakes() {
        Answered answer = served.get("/v1/events");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("allow")).isEqualTo("POST");
    }
}
