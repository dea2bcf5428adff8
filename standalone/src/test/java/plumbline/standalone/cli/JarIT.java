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
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 23) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    private String text(String stream) throws IOException {
        return Files.readString(directory.resolve(stream), StandardCharsets.UTF_8);
    }
}
