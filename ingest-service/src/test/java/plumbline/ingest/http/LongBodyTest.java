package plumbline.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.ingest.http.Served.Answered;

/** Bodies that are decoded while they arrive. */
class LongBodyTest {
    private static final int EVENTS = 20_000;
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final Bounds FEW = new Bounds(
            Served.PATIENT.bodyBytes(),
            Served.PATIENT.bytes(),
            2 * EVENTS,
            Served.PATIENT.upload(),
            Served.PATIENT.acknowledgement());

    private final Served served = Served.start(FEW);

    @AfterEach
    void stop() {
        await().until(() -> served.metric("plumbline_ingest_inflight_bytes") == 0);
        await().until(() -> served.metric("plumbline_ingest_inflight_events") == 0);
        served.close();
    }

    private static String events(String between) {
        return IntStream.range(0, EVENTS).mapToObj(i -> Served.report("e" + i)).collect(Collectors.joining(between));
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,[,],identity",
        "application/json,{\"events\":[,]},identity",
        "application/x-ndjson,'','',identity",
        "application/json,[,],gzip",
        "application/x-ndjson,'','',zstd",
        "application/cloudevents-batch+json,[,],identity",
        "application/cloudevents-batch+json,[,],gzip",
    })
    void storesEveryEventOfALongBody(String contentType, String begin, String end, String coding) {
        boolean lines = contentType.equals(Served.LINES);
        String events = contentType.equals(BATCH) ? cloudEvents() : events(lines ? "\n" : ",");
        byte[] body = (begin + events + end).getBytes(UTF_8);
        byte[] sent = coding.equals("gzip") ? Served.gzip(body) : coding.equals("zstd") ? Served.zstd(body) : body;

        Answered answer = served.post(contentType, sent, "Content-Encoding", coding);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(EVENTS);
        assertThat(served.log.stored()).hasSize(EVENTS);
    }

    private static String cloudEvents() {
        return IntStream.range(0, EVENTS)
                .mapToObj(i -> CloudEventsTest.event(Served.report("e" + i)))
                .collect(Collectors.joining(","));
    }

    @Test
    void namesTheCloudEventAtWhichALongBatchBreaksAndTheOneThatIsWrong() {
        String wrong = CloudEventsTest.event(Served.report("wrong", "p-1", "\"intensity\":11"));

        Answered broken = served.post(BATCH, "[" + cloudEvents() + ",{\"id\" 5}]");
        Answered judged = served.post(BATCH, "[" + cloudEvents() + "," + wrong + "]");

        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.json().path("pointer").asText()).isEqualTo("/" + EVENTS);
        assertThat(judged.status()).isEqualTo(207);
        assertThat(judged.json().at("/results/0/errors/0/pointer").asText())
                .isEqualTo("/" + EVENTS + "/data/intensity");
    }

    @ParameterizedTest
    @CsvSource({"'[','',''", "'[',']','x'", "'{\"events\":[',']',''", "'{\"events\":[',']','}}'", "'[','}',''"})
    void storesNothingOfALongBodyThatIsBrokenAtItsEnd(String begin, String end, String garbage) {
        Answered answer = served.post(Served.JSON, begin + events(",") + end + garbage);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed-body");
        assertThat(served.log.stored()).isEmpty();
    }

    @Test
    void namesTheEventAtWhichALongBodyBreaks() {
        Answered answer = served.post(Served.JSON, "{\"events\":[" + events(",") + ",{\"id\" 5}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("pointer").asText()).isEqualTo("/events/" + EVENTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {Served.LINES, BATCH})
    void keepsNoMoreOfALongBodyThanItsEvents(String contentType) throws IOException {
        String padding = ",\"ignored\":\"" + "x".repeat(100_000) + "\"";
        int events = 200;
        String report = Served.report("a", "p-1", "\"intensity\":6" + padding);
        boolean isBatch = contentType.equals(BATCH);
        String event = isBatch ? "," + CloudEventsTest.event(report) : report + "\n";
        String first = isBatch ? "[" + event.substring(1) : event;
        String last = isBatch ? event.substring(0, event.length() - 1) + "}]" : event;
        try (Socket socket = new Socket("127.0.0.1", served.server.port())) {
            socket.getOutputStream()
                    .write(("POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + contentType
                                    + "\r\nContent-Length: "
                                    + (first.length() + (events - 2) * event.length() + last.length())
                                    + "\r\n\r\n")
                            .getBytes(UTF_8));
            for (int i = 0; i < events - 1; i++) {
                socket.getOutputStream().write((i == 0 ? first : event).getBytes(UTF_8));
            }

            await().until(() -> served.metric("plumbline_ingest_inflight_events") >= events - 2);
            await().until(() -> served.metric("plumbline_ingest_inflight_bytes") <= event.length());

            socket.getOutputStream().write(last.getBytes(UTF_8));
            byte[] status = socket.getInputStream().readNBytes(12);
            assertThat(new String(status, UTF_8)).isEqualTo("HTTP/1.1 202");
        }
    }

    @Test
    void shedsALongBodyWhileItArrives() {
        String body = events("\n") + "\n";

        assertThat(served.post(Served.LINES, body + body + Served.report("one-too-many"))
                        .status())
                .isEqualTo(429);
        assertThat(served.log.stored()).isEmpty();
    }
}
