package plumbline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.ingest.http.Served.Answered;

class BadInputTest {
    private static Served served;

    @BeforeAll
    static void start() {
        served = Served.start();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                arguments(Served.JSON, "", "empty-body", ""),
                arguments(Served.JSON, "  \n", "empty-body", ""),
                arguments(Served.LINES, "", "empty-body", ""),
                arguments(Served.LINES, "\n \r\n\t", "empty-body", ""),
                arguments(Served.JSON, "[]", "empty-batch", ""),
                arguments(Served.JSON, "{\"events\":[]}", "empty-batch", ""),
                arguments(Served.JSON, "{\"events\":5}", "not-events", "/events"),
                arguments(Served.JSON, "{\"events\":null}", "not-events", "/events"),
                arguments(Served.JSON, "{\"events\":[{}],\"events\":[{}]}", "not-events", "/events"),
                arguments(Served.JSON, "5", "not-events", ""),
                arguments(Served.JSON, "null", "not-events", ""),
                arguments(Served.JSON, "\"pain\"", "not-events", ""),
                arguments(Served.JSON, "it hurts", "malformed-body", ""),
                arguments(Served.JSON, "{\"type\":\"pain-report\"", "malformed-body", ""),
                arguments(Served.JSON, "[" + Served.report("a") + ",", "malformed-body", ""),
                arguments(Served.JSON, "[" + Served.report("a") + "]]", "malformed-body", ""),
                arguments(Served.JSON, Served.report("a") + Served.report("b"), "malformed-body", ""),
                arguments(Served.JSON, "{\"events\":[" + Served.report("a") + "],", "malformed-body", ""));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void takesNothingOfABodyThatCannotBeRead(String contentType, String body, String code, String pointer) {
        Answered answer = served.post(contentType, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().path("pointer").asText()).isEqualTo(pointer);
        assertThat(answer.json().path("detail").asText()).isNotEmpty();
        assertThat(served.log.stored()).isEmpty();
    }

    static Stream<Arguments> rejected() {
        String at = "\"at\":\"2026-11-20T07:30:00+01:00\"";
        String head = "{\"type\":\"pain-report\",\"id\":\"a\",\"patient\":\"p-1\",";
        return Stream.of(
                arguments("{}", "missing-field", "/type"),
                arguments("{\"type\":\"mood\"}", "unknown-type", "/type"),
                arguments("[7]", "not-an-object", "/0"),
                arguments("[[]]", "not-an-object", "/0"),
                arguments(head + at + ",\"intensity\":11}", "intensity-out-of-range", "/intensity"),
                arguments("[" + head + at + ",\"intensity\":11}]", "intensity-out-of-range", "/0/intensity"),
                arguments(
                        "{\"events\":[" + head + at + ",\"intensity\":-1}]}",
                        "intensity-out-of-range",
                        "/events/0/intensity"),
                arguments(head + at + ",\"intensity\":6.5}", "intensity-out-of-range", "/intensity"),
                arguments(head + at + ",\"intensity\":1e999}", "intensity-out-of-range", "/intensity"),
                arguments(head + at + ",\"intensity\":\"6\"}", "wrong-type", "/intensity"),
                arguments(head + at + ",\"site\":\"back\"}", "unknown-value", "/site"),
                arguments(head + at + ",\"symptoms\":[\"fever\",\"flu\"]}", "unknown-value", "/symptoms/1"),
                arguments(head + at + ",\"side\":\"left\",\"side\":\"right\"}", "duplicate-field", "/side"),
                arguments(head + at + ",\"version\":9007199254740992}", "version-out-of-range", "/version"),
                arguments(head + at + ",\"source\":\"\\ud800\"}", "invalid-text", "/source"),
                arguments(head + "\"at\":\"2026-11-20T13:00:00Z\"}", "time-in-future", "/at"),
                arguments(head + "\"at\":\"2026-11-20T12:05:00.001Z\"}", "time-in-future", "/at"),
                arguments(head + "\"at\":\"1989-12-31T23:59:59Z\"}", "time-too-old", "/at"),
                arguments(head + "\"at\":\"2026-11-20T12:00:00\"}", "invalid-time", "/at"),
                arguments(head + "\"at\":1795176000000}", "invalid-time", "/at"),
                arguments(head + "\"at\":1795176000}", "invalid-time", "/at"),
                arguments(head + "\"at\":\"1795176000000\"}", "invalid-time", "/at"),
                arguments(head + "\"at\":\"2026-11-20T12:00:00+19:00\"}", "invalid-time", "/at"),
                arguments(head + "\"at\":\"2026-11-20T24:00:00Z\"}", "invalid-time", "/at"),
                arguments(head + "\"at\":\"2026-02-29T12:00:00Z\"}", "invalid-time", "/at"),
                arguments(head + "\"at\":\"2026-11-20\"}", "invalid-time", "/at"),
                arguments(head + "\"at\":null}", "missing-field", "/at"),
                arguments(head + at + ",\"intensity\":\"left\"}", "wrong-type", "/intensity"),
                arguments(head + at + ",\"intensity\":true}", "wrong-type", "/intensity"),
                arguments(head + at + ",\"intensity\":[6]}", "wrong-type", "/intensity"),
                arguments(head + at + ",\"side\":6}", "wrong-type", "/side"),
                arguments(head + at + ",\"side\":\"Left\"}", "unknown-value", "/side"),
                arguments(head + at + ",\"retracted\":\"true\"}", "wrong-type", "/retracted"),
                arguments(head + at + ",\"id\":\"b\"}", "duplicate-field", "/id"),
                arguments(head + at + ",\"patient\":\"p-2\"}", "duplicate-field", "/patient"),
                arguments(head + at + ",\"intensity\":1e-400}", "intensity-out-of-range", "/intensity"),
                arguments(head + at + ",\"source\":\"\\udc00\\ud800\"}", "invalid-text", "/source"),
                arguments(head + "\"at\":\"2026-11-20T11:59:60Z\"}", "invalid-time", "/at"),
                arguments(head + "\"intensity\":6}", "missing-field", "/at"),
                arguments(
                        "{\"type\":\"pain-report\",\"id\":\"a b\",\"patient\":\"p-1\"," + at + "}",
                        "invalid-id",
                        "/id"),
                arguments(
                        "{\"type\":\"pain-report\",\"id\":\"a\",\"patient\":\"" + "p".repeat(65) + "\"," + at + "}",
                        "invalid-id",
                        "/patient"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T23:59:59Z",
                "2016-12-31T23:59:60Z",
                "2026-11-20t12:04:59.999999999z",
                "1990-01-01T00:00:00Z"
            })
    void takesTimesThatAreRare(String time) {
        String body = "{\"type\":\"pain-report\",\"id\":\"a\",\"patient\":\"p-1\",\"at\":\"" + time + "\"}";

        try (Served other = Served.start()) {
            assertThat(other.post(Served.JSON, body).status()).isEqualTo(202);
        }
    }

    @ParameterizedTest
    @MethodSource("rejected")
    void saysWhatIsWrongWithAnEventAndWhere(String body, String code, String pointer) {
        Answered answer = served.post(Served.JSON, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("rejected").asInt()).isEqualTo(1);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.json().at("/results/0/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(answer.json().at("/results/0/errors/0/retryable").asBoolean(true))
                .isFalse();
        assertThat(served.log.stored()).isEmpty();
    }
}
