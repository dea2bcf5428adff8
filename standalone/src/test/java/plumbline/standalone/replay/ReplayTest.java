package plumbline.standalone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.standalone.preflight.Obstacle;

class ReplayTest {
    @TempDir
    Path directory;

    private ScriptedIngest ingest;

    @BeforeEach
    void start() throws IOException {
        ingest = new ScriptedIngest();
    }

    @AfterEach
    void stop() {
        ingest.close();
    }

    @Test
    void countsWhatWasTaken() throws Exception {
        Replay.Report report = replay(file("a", "{1}\n{2}\n"), file("b", "{3}"));

        assertThat(report).isEqualTo(new Replay.Report(3, 0, List.of(), Map.of()));
        assertThat(ingest.bodies()).containsExactly("{1}\n{2}\n", "{3}\n");
    }

    @Test
    void sendsTheToken() throws Exception {
        replay(file("a", "{1}"));

        assertThat(ingest.tokens()).containsExactly("Bearer secret");
    }

    @Test
    void namesARejectedLineByFileAndNumberAndSaysWhy() throws Exception {
        String file = file("a", "{1}\n\n{3}\r\n");
        ingest.then(
                207, rejected(1, "intensity-out-of-range", "/intensity", "must be a whole number from 0 to 10", false));

        Replay.Report report = replay(file);

        assertThat(report.rejections())
                .extracting(Rejection::text)
                .containsExactly(file + ":3: intensity-out-of-range intensity must be a whole number from 0 to 10");
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
    }

    @Test
    void putsAnEntryOfTheDirectoryWhereItBelongs() throws Exception {
        String entry = "{\"type\":\"patient\",\"id\":\"p-1\",\"birthYear\":1958}";
        Replay.Report report = replay(file("a", "{1}\n" + entry + "\n{3}\n{\"x\":{\"type\":\"patient\"}}\n"));

        assertThat(report.accepted()).isEqualTo(4);
        assertThat(ingest.requests()).containsExactly("PUT /v1/patients/p-1", "POST /v1/events");
        assertThat(ingest.bodies()).containsExactly(entry, "{1}\n{3}\n{\"x\":{\"type\":\"patient\"}}\n");
        assertThat(ingest.tokens()).containsOnly("Bearer secret");
    }

    @Test
    void countsEntriesThatTheTokenMayNotChange() throws Exception {
        ingest.thenDirectory(403, "{\"code\":\"insufficient-scope\",\"detail\":\"The token needs patients:write\"}");

        Replay.Report report = replay(file("a", "{\"type\":\"patient\",\"id\":\"p-1\"}\n{2}\n"));

        assertThat(report).isEqualTo(new Replay.Report(1, 0, List.of(), Map.of("The token needs patients:write", 1L)));
    }

    @Test
    void saysWhatIsWrongWithAnEntry() throws Exception {
        String file = file("a", "{\"type\":\"patient\",\"id\":\"p/1\"}\n{\"type\":\"patient\",\"id\":\"p-1\"}\n");
        ingest.thenDirectory(422, """
                {"code":"birth-year-out-of-range","detail":"x","errors":[
                {"code":"birth-year-out-of-range","pointer":"/birthYear","detail":"must be past"}]}""");

        assertThat(replay(file).rejections())
                .extracting(Rejection::text)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith(file + ":1: invalid-id id must be"),
                        second -> assertThat(second)
                                .isEqualTo(file + ":2: birth-year-out-of-range birthYear must be past"));
        assertThat(ingest.requests()).containsExactly("PUT /v1/patients/p-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 429, 503})
    void putsAnEntryAgainWhileTheDirectoryIsBusy(int status) throws Exception {
        ingest.thenDirectory(status, "{\"code\":\"busy\"}");

        assertThat(replay(file("a", "{\"type\":\"patient\",\"id\":\"p-1\"}")).accepted())
                .isEqualTo(1);

        assertThat(ingest.requests()).containsExactly("PUT /v1/patients/p-1", "PUT /v1/patients/p-1");
    }

    @ParameterizedTest
    @CsvSource({"401,./plumbline token", "404,Is the address that of an ingest service?"})
    void endsWhereTheDirectoryCannotBeUsed(int status, String remedy) throws Exception {
        String file = file("a", "{\"type\":\"patient\",\"id\":\"p-1\"}");
        ingest.thenDirectory(status, "{\"detail\":\"no\"}");

        assertThatThrownBy(() -> replay(file)).isInstanceOf(Obstacle.class).hasMessageContaining(remedy);
    }

    @Test
    void unpacksGzip() throws Exception {
        Path packed = directory.resolve("a.ndjson.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("{1}\n{2}\n".getBytes());
        }

        replay(packed.toString());

        assertThat(ingest.bodies()).containsExactly("{1}\n{2}\n");
    }

    @Test
    void sendsWhatStandsBeforeTheBreakOfAPackedFile() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed, 512, true)) {
            out.write("{1}\n{2}\n".getBytes());
            out.flush();
            out.write("{3}\n".getBytes());
        }
        Path file =
                Files.write(directory.resolve("a.ndjson.gz"), Arrays.copyOf(packed.toByteArray(), packed.size() - 10));
        Replay replay = new Replay(new IngestClient(ingest.address(), ""), 0);

        assertThatThrownBy(() -> replay.run(List.of(file.toString()), false))
                .isInstanceOf(Obstacle.class)
                .hasMessageContaining("its gzip was cut short");
        assertThat(ingest.bodies()).singleElement().asString().startsWith("{1}\n{2}\n");
        assertThat(replay.report().accepted()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void rejectsALineThatIsTooLongAndSendsTheOthers() throws Exception {
        String file = file("a", "{1}\n" + "x".repeat(3_000_000) + "\n{3}\n");

        Replay.Report report = replay(file);

        assertThat(ingest.bodies()).containsExactly("{1}\n{3}\n");
        assertThat(report.rejections())
                .extracting(Rejection::text)
                .containsExactly(file + ":2: line-too-long has more than 1 MiB; send one event a line");
        assertThat(report.accepted()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void comesBackAfterTheTimeThatABusyServiceNames(int status) throws Exception {
        ingest.thenBusy(status, "0");

        assertThat(replay(file("a", "{1}")).accepted()).isEqualTo(1);

        assertThat(ingest.bodies()).containsExactly("{1}\n", "{1}\n");
    }

    @Test
    void understandsATimeOfReturnThatIsADate() throws Exception {
        ingest.thenBusy(503, DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.EPOCH.atOffset(ZoneOffset.UTC)));

        assertThat(replay(file("a", "{1}")).accepted()).isEqualTo(1);
    }

    @Test
    void sendsAgainOnlyTheLinesThatMayYetBeTaken() throws Exception {
        ingest.then(207, rejected(1, "not-stored", "", "Kafka did not answer", true));

        assertThat(replay(file("a", "{1}\n{2}\n{3}\n")).accepted()).isEqualTo(3);

        assertThat(ingest.bodies()).containsExactly("{1}\n{2}\n{3}\n", "{2}\n");
    }

    @Test
    void halvesWhatIsTooLarge() throws Exception {
        ingest.then(413, "{\"detail\":\"too large\"}");

        assertThat(replay(file("a", "{1}\n{2}\n{3}\n")).accepted()).isEqualTo(3);

        assertThat(ingest.bodies()).containsExactly("{1}\n{2}\n{3}\n", "{1}\n", "{2}\n{3}\n");
    }

    @Test
    void rejectsALineThatIsTooLargeAlone() throws Exception {
        ingest.then(413, "{\"detail\":\"too large\"}");

        assertThat(replay(file("a", "{1}")).rejections())
                .extracting(Rejection::code, Rejection::detail)
                .containsExactly(tuple("event-too-large", "too large"));
    }

    @Test
    void saysWhereATokenComesFromWhenItIsRefused() throws Exception {
        String file = file("a", "{1}");
        ingest.then(401, "{\"detail\":\"The token has expired\"}");

        assertThatThrownBy(() -> replay(file))
                .isInstanceOf(Obstacle.class)
                .hasMessageContaining("The token has expired")
                .hasMessageContaining("./plumbline token");
    }

    @Test
    void saysWhatToStartWhenNobodyAnswers() throws Exception {
        String file = file("a", "{1}");
        URI nobody = ingest.address();
        ingest.close();

        assertThatThrownBy(() -> new Replay(new IngestClient(nobody, ""), 0).run(List.of(file), false))
                .isInstanceOf(Obstacle.class)
                .hasMessageContaining("No service answers at " + nobody)
                .hasMessageContaining("./plumbline start");
    }

    @Test
    void keepsToTheRate() throws Exception {
        String file = file("a", "{}\n".repeat(50));
        Instant start = Instant.now();

        new Replay(new IngestClient(ingest.address(), ""), 100).run(List.of(file), false);

        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(350));
    }

    private Replay.Report replay(String... files) throws InterruptedException {
        Replay replay = new Replay(new IngestClient(ingest.address(), "secret"), 0);
        replay.run(List.of(files), false);
        return replay.report();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private static String rejected(int index, String code, String pointer, String detail, boolean retryable) {
        return """
                {"accepted":0,"rejected":1,"results":[{"index":%d,"outcome":"rejected",
                "errors":[{"code":"%s","pointer":"/%d%s","detail":"%s","retryable":%b}]}]}""".formatted(index, code, index, pointer, detail, retryable);
    }
}
