package plumbline.standalone.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
    @TempDir
    Path directory;

    @Test
    void isContentWithThisMachine() {
        assertThatCode(Preflight::machine).doesNotThrowAnyException();
    }

    @Test
    void makesADirectoryThatIsMissing() {
        Preflight.directory(directory.resolve("a/b"));

        assertThat(directory.resolve("a/b")).isEmptyDirectory();
    }

    @Test
    void namesADirectoryThatCannotBeWritten() throws IOException {
        Path below = Files.writeString(directory.resolve("file"), "").resolve("data");

        assertThatThrownBy(() -> Preflight.directory(below))
                .isInstanceOf(Obstacle.class)
                .hasMessageContaining(below + " cannot be written")
                .hasMessageContaining("--data-dir");
    }

    @Test
    void namesATakenPortAndItsRemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() ->
                            Preflight.port(taken.getLocalPort(), "the console", "choose another with --notifier-port"))
                    .isInstanceOf(Obstacle.class)
                    .hasMessage("Port " + taken.getLocalPort() + " of the console is taken by another process.\n"
                            + "Stop that one, or choose another with --notifier-port.");
        }
    }

    @Test
    void letsAnyFreePortPass() {
        assertThatCode(() -> Preflight.port(0, "the console", "")).doesNotThrowAnyException();
    }
}
