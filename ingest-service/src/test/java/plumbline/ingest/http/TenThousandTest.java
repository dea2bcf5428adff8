package plumbline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.ingest.http.Served.Answered;

/** Ten thousand generated requests that no honest client sends. */
class TenThousandTest {
    private static final int REQUESTS = 10_000;
    private static final int AT_ONCE = 50;
    private static final long SEED = 20_261_124;
    private static final long MIB = 1024 * 1024;

    private static final List<String> METHODS = List.of("POST", "POST", "POST", "PUT", "GET", "DELETE", "PATCH", "X");
    private static final List<String> PATHS = List.of(
            "/v1/events",
            "/v1/events?verbose=true",
            "/v1/events?verbose=%00",
            "/fhir/r4",
            "/fhir/r4/Observation",
            "/v1/patients/p-1",
            "/v1/patients/%2e%2e",
            "/v1/patients/p-1/erasure",
            "/v1/events/..;/metrics",
            "/%ff");
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-ndjson",
            "application/cloudevents+json",
            "application/cloudevents-batch+json",
            "application/fhir+json",
            "application/json; charset=utf-16",
            "text/plain",
            ";;=");
    private static final List<String> ENCODINGS = List.of("identity", "identity", "gzip", "zstd", "br", "gzip, gzip");
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\u0000",
            "\\ud800",
            "null",
            "1e999",
            "-",
            "9".repeat(400),
            "\n",
            "\"type\":\"pain-report\"",
            "\"id\":\"a\"",
            "\"patient\":\"p-1\"",
            "\"at\":\"2026-02-30T25:61:61+99:99\"",
            "\"intensity\":NaN",
            "\"events\":",
            "\"resourceType\":\"Bundle\"",
            "\"entry\":[",
            "\"data_base64\":\"%%\"",
            "\"specversion\":\"0.3\"",
            "[".repeat(2_000),
            "{\"a\":".repeat(2_000),
            "\u00ff",
            "\ud83e\uddb4");

    private Served served;

    @BeforeEach
    void start() {
        served = Served.start();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    /** Sends a request; once more where the server had just closed the connection on the request before, as it may. */
    private CompletableFuture<Integer> send(Random random) {
        byte[] body = body(random);
        String encoding = pick(random, ENCODINGS);
        boolean really = random.nextInt(4) > 0;
        String method = pick(random, METHODS);
        String path = pick(random, PATHS);
        byte[] packed = really && encoding.equals("gzip") ? Served.gzip(body) : body;
        String[] headers = {
            "Content-Type",
            pick(random, TYPES),
            "Content-Encoding",
            encoding,
            random.nextInt(5) == 0 ? "ce-specversion" : "X-Nothing",
            pick(random, List.of("1.0", "0.3", "", "x".repeat(7_000)))
        };
        return served.requestLater(method, path, packed, headers)
                .exceptionallyCompose(closed -> served.requestLater(method, path, packed, headers))
                .thenApply(Answered::status);
    }

    private static byte[] body(Random random) {
        if (random.nextInt(10) == 0) {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            return noise;
        }
        StringBuilder text = new StringBuilder(random.nextBoolean() ? Served.report("a") : "");
        int pieces = random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            text.insert(random.nextInt(text.length() + 1), pick(random, PIECES));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private int[] round(Random random, int requests) {
        return IntStream.range(0, requests / AT_ONCE)
                .flatMap(batch -> IntStream.range(0, AT_ONCE).mapToObj(i -> send(random)).toList().stream()
                        .mapToInt(CompletableFuture::join))
                .toArray();
    }

    private static long usedBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void leaveMemoryFlatFailNothingAndLetTheNextGoodEventIn() {
        Random random = new Random(SEED);
        round(random, REQUESTS / 10);
        long before = usedBytes();

        int[] statuses = round(random, REQUESTS);

        assertThat(statuses)
                .as("seed %d", SEED)
                .hasSize(REQUESTS)
                .doesNotContain(500)
                .contains(400, 404, 405, 415);
        served.log.forget();
        assertThat(usedBytes() - before).isLessThan(8 * MIB);
        assertThat(served.metric("plumbline_ingest_inflight_bytes")).isZero();
        assertThat(served.metric("plumbline_ingest_inflight_events")).isZero();
        assertThat(served.metric("plumbline_events_received_total"))
                .isEqualTo(served.metric("plumbline_events_accepted_total")
                        + served.metric("plumbline_events_rejected_total"));
        assertThat(served.post(Served.JSON, Served.report("good")).status()).isEqualTo(202);
    }
}
