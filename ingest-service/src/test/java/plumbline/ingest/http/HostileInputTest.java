package plumbline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.ingest.http.Served.Answered;

class HostileInputTest {
    private Served served;

    @BeforeEach
    void start() {
        served = Served.start(Served.PATIENT);
    }

    @AfterEach
    void stop() {
        assertThat(served.metric("plumbline_ingest_requests_total{status=\"500\"}"))
                .isZero();
        await().until(() -> served.metric("plumbline_ingest_inflight_bytes") == 0);
        served.close();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "gzip,application/json",
        "gzip,application/x-ndjson",
        "zstd,application/json",
        "zstd,application/x-ndjson"
    })
    void refusesABombAtTheBound(String coding, String contentType) {
        byte[] bomb = pack(coding, new byte[200 * 1024 * 1024]);

        Answered answer = served.post(contentType, bomb, "Content-Encoding", coding);

        assertThat(bomb.length).isLessThan(1024 * 1024);
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
    }

    @ParameterizedTest
    @CsvSource({"gzip,1", "gzip,9", "gzip,60", "gzip,-1", "zstd,1", "zstd,4", "zstd,20", "zstd,-1"})
    void refusesAPackedBodyThatIsCutShort(String coding, int length) {
        byte[] packed = pack(coding, utf8(Served.report("a")));
        byte[] cut = Arrays.copyOf(packed, length < 0 ? packed.length + length : length);

        Answered answer = served.post(Served.JSON, cut, "Content-Encoding", coding);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed-" + coding);
        assertThat(answer.json().path("detail").asText()).contains("ends too early");
        assertThat(served.log.stored()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void refusesAPackedBodyThatIsNotPacked(String coding) {
        Answered answer = served.post(Served.JSON, utf8(Served.report("a")), "Content-Encoding", coding);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed-" + coding);
        assertThat(answer.json().path("detail").asText()).contains("is not valid " + coding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "zstd", "GZIP", "identity"})
    void takesPackedBodies(String coding) {
        byte[] body = pack(coding.toLowerCase(Locale.ROOT), utf8(Served.report("a")));

        assertThat(served.post(Served.JSON, body, "Content-Encoding", coding).status())
                .isEqualTo(202);
    }

    @Test
    void refusesZstdThatWantsTooMuchMemory() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZstdOutputStreamNoFinalizer zstd = new ZstdOutputStreamNoFinalizer(packed, 19)) {
            zstd.setLong(27);
            zstd.write(utf8(Served.report("a")));
        }

        Answered answer = served.post(Served.JSON, packed.toByteArray(), "Content-Encoding", "zstd");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed-zstd");
    }

    private static byte[] pack(String coding, byte[] plain) {
        return switch (coding) {
            case "zstd" -> Served.zstd(plain);
            case "identity" -> plain;
            default -> Served.gzip(plain);
        };
    }

    @Test
    void refusesABodyOfFiftyMegabytesWithoutALength() {
        byte[] body = new byte[50 * 1024 * 1024];
        Arrays.fill(body, (byte) ' ');

        Answered answer = served.postLater(
                        "/v1/events", Served.JSON, BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)))
                .join();

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("body-too-large");
    }

    @Test
    void refusesABodyOfFiftyMegabytesByItsLength() {
        assertThat(served.post(Served.JSON, new byte[50 * 1024 * 1024]).status())
                .isEqualTo(413);
    }

    @Test
    void refusesOneEventTooMany() {
        String body = IntStream.range(0, 100_001).mapToObj(i -> "{}").collect(Collectors.joining(","));

        assertThat(served.post(Served.JSON, "[" + body + "]").code()).isEqualTo("too-many-events");
        assertThat(served.post(Served.JSON, "{\"events\":[" + body + "]}").status())
                .isEqualTo(413);
        assertThat(served.post(Served.LINES, body.replace(',', '\n')).status()).isEqualTo(413);
    }

    @Test
    void boundsTheAnswerToAHundredThousandBrokenEvents() {
        String body = IntStream.range(0, 100_000)
                .mapToObj(i -> "{\"type\":\"pain-report\",\"symptoms\":[\"a\",\"b\",\"c\"],\"limits\":[1,2,3]}")
                .collect(Collectors.joining("\n"));

        Answered answer = served.post(Served.LINES, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("results")).hasSize(100_000);
        assertThat(answer.text().length()).isLessThan(32 * 1024 * 1024);
    }

    @Test
    void boundsTheErrorsOfOneEvent() {
        String symptoms = IntStream.range(0, 1_000_000).mapToObj(i -> "\"a\"").collect(Collectors.joining(","));

        Answered answer = served.post(Served.JSON, Served.report("a", "p-1", "\"symptoms\":[" + symptoms + "]"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/results/0/errors").size()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"type\":\"pain-report\",\"x\":["})
    void refusesJsonThatNestsTenThousandDeep(String level) {
        Answered answer = served.post(Served.JSON, level.repeat(10_000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("malformed-body");
        assertThat(answer.json().path("detail").asText()).contains("64 levels");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "01", "0x6", "6.", "+6", "--1"})
    void refusesWhatIsNoJsonNumber(String number) {
        assertThat(served.post(Served.JSON, Served.report("a", "p-1", "\"intensity\":" + number))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesHugeAndTinyNumbers() {
        String digits = "9".repeat(100_000);

        assertThat(served.post(Served.JSON, Served.report("a", "p-1", "\"intensity\":" + digits))
                        .status())
                .isEqualTo(400);
        assertThat(served.post(Served.LINES, Served.report("a", "p-1", "\"intensity\":" + digits))
                        .code())
                .isEqualTo("malformed-json");
        assertThat(served.post(Served.JSON, Served.report("a", "p-1", "\"intensity\":1e-999999999"))
                        .code())
                .isEqualTo("intensity-out-of-range");
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] body = utf8(Served.report("a", "p-1", "\"source\":\"??\""));
        int at = new String(body, StandardCharsets.US_ASCII).indexOf("??");
        body[at] = (byte) 0xc3;
        body[at + 1] = (byte) 0x28;

        assertThat(served.post(Served.JSON, body).status()).isEqualTo(400);
        assertThat(served.post(Served.LINES, body).code()).isEqualTo("malformed-json");
    }

    @Test
    void refusesOtherUnicodeEncodings() {
        assertThat(served.post(Served.JSON, Served.report("a").getBytes(StandardCharsets.UTF_16LE))
                        .status())
                .isEqualTo(400);
        assertThat(served.post(Served.JSON, new byte[] {0, 0, 0, '{', 0, 0x7f, 0x7f, 0x7f})
                        .status())
                .isEqualTo(400);
    }

    @Test
    void doesNotRepeatAnIdThatIsNone() {
        Answered answer = served.post(Served.JSON, Served.report("x".repeat(100_000)));

        assertThat(answer.code()).isEqualTo("invalid-id");
        assertThat(answer.text().length()).isLessThan(1_000);
    }

    @Test
    void givesUpOnABodyThatDoesNotArriveAndServesOthersMeanwhile() throws IOException {
        stop();
        served = Served.start();
        try (Socket socket = open("Content-Length: 1000\r\n", "[")) {
            assertThat(served.post(Served.JSON, Served.report("a")).status()).isEqualTo(202);

            assertThat(statusLine(socket)).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void forgetsABodyThatBreaksOff() throws IOException {
        open("Content-Length: 1000\r\n", "[").close();

        assertThat(served.post(Served.JSON, Served.report("a")).status()).isEqualTo(202);
    }

    @Test
    void refusesBrokenChunks() throws IOException {
        try (Socket socket = open("Transfer-Encoding: chunked\r\n", "zz\r\n")) {
            assertThat(statusLine(socket)).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void takesABodyThatArrivesInPieces() throws IOException {
        byte[] body = utf8(Served.report("a"));
        try (Socket socket = open("Content-Length: " + body.length + "\r\n", "")) {
            for (byte piece : body) {
                socket.getOutputStream().write(piece);
                socket.getOutputStream().flush();
            }

            assertThat(statusLine(socket)).startsWith("HTTP/1.1 202");
        }
    }

    private Socket open(String header, String begin) throws IOException {
        Socket socket = new Socket("127.0.0.1", served.server.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(5_000);
        socket.getOutputStream()
                .write(utf8("POST /v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + header
                        + "\r\n" + begin));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String statusLine(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }
}
