package plumbline.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as a process of its own, as the launcher runs it. */
class JarIT {
    private static final Path JAR = Path.of("target", "plumbline.jar");

    @TempDir
    Path directory;

    @Test
    void endsWithTwoAndASuggestionForAnUnknownOption() throws Exception {
        Process process = run("demo", "--patient", "40");

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(text("err")).contains("--patients").doesNotContain("\tat ");
        assertThat(text("out")).isEmpty();
    }

    @Test
    void namesTheTakenPortAndEndsWithOne() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = start("--notifier-port", Integer.toString(taken.getLocalPort()));

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(text("err"))
                    .contains("Port " + taken.getLocalPort() + " of the console is taken")
                    .contains("--notifier-port")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void stopsCleanlyWhenToldTo() throws Exception {
        Process process = start("--notifier-port", "0");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !process.isAlive() || text("out").contains("Stop with Ctrl-C"));

        process.destroy();

        assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(text("err")).isEmpty();
    }

    @Test
    void replaysASimulatedCohortWithItsDirectoryAsFarAsTheTokenMay() throws Exception {
        Process house = start("--notifier-port", "0");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !house.isAlive() || text("out").contains("Stop with Ctrl-C"));
        try {
            String ingest = text("out").replaceAll("(?s).*Ingest *(\\S+).*", "$1");
            String data = directory.resolve("data").toString();
            finish("simulate", "--patients", "4", "--days", "5", "--out", directory.toString());
            String events = directory.resolve("events.ndjson").toString();

            Finished all = finish("replay", "--to", ingest, "--data-dir", data, events);
            String token = finish("token", "--patient", "*", "--scope", "events:write", "--data-dir", data)
                    .out()
                    .strip();
            Finished some = finish("replay", "--to", ingest, "--token", token, events);
            Finished none = finish("replay", "--to", ingest, "--token", "x", events);

            long entries;
            try (Stream<String> lines = Files.lines(Path.of(events))) {
                entries = lines.filter(line -> line.startsWith("{\"type\":\"patient\""))
                        .count();
            }
            assertThat(entries).isPositive();
            assertThat(all.out()).matches("\\d+ accepted, 0 rejected\\R");
            assertThat(some.out()).matches("\\d+ accepted, 0 rejected, " + entries + " skipped\\R");
            assertThat(some.err())
                    .isEqualTo("skipped " + entries
                            + " entries of the directory: The token needs the scope patients:write\n");
            assertThat(some.code()).isZero();
            assertThat(none.code()).isEqualTo(1);
            assertThat(none.err()).contains("does not accept the token").doesNotContain("\tat ");
        } finally {
            house.destroy();
            house.waitFor(15, TimeUnit.SECONDS);
        }
    }

    private record Finished(int code, String out, String err) {}

    /** Runs a command to its end, apart from the one whose streams are kept. */
    private Finished finish(String... arguments) throws Exception {
        Path own = Files.createTempDirectory(directory, "command");
        Process process = run(own, arguments);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Finished(
                process.exitValue(), Files.readString(own.resolve("out")), Files.readString(own.resolve("err")));
    }

    private Process start(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "start",
                "--data-dir",
                directory.resolve("data").toString(),
                "--ingest-port",
                "0",
                "--analytics-port",
                "0"));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private Process run(String... arguments) throws IOException {
        return run(directory, arguments);
    }

    private static Process run(Path streams, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 23) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(streams.resolve("out").toFile())
                .redirectError(streams.resolve("err").toFile())
                .start();
    }

    private String text(String stream) throws IOException {
        return Files.readString(directory.resolve(stream), StandardCharsets.UTF_8);
    }
}
