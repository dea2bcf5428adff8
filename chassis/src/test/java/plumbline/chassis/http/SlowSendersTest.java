package plumbline.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlowSendersTest {
    private HttpServer server;
    private Socket socket;

    @BeforeEach
    void start() throws IOException {
        Routes routes = Routes.nonBlocking()
                .add(
                        "GET",
                        "/",
                        (request, response, callback, path) ->
                                Answers.text(response, callback, 200, "text/plain", "here"))
                .add(
                        "POST",
                        "/",
                        (request, response, callback, path) -> Content.Source.consumeAll(
                                request,
                                Callback.from(
                                        () -> Answers.text(response, callback, 200, "text/plain", "read"),
                                        callback::failed)));
        server = HttpServer.start(new HttpSettings("127.0.0.1", 0), routes, Duration.ofMillis(500));
        socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(10_000);
    }

    @AfterEach
    void stop() throws IOException {
        socket.close();
        server.close();
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Goes on sending a byte at each look, until the server hangs up. */
    private void dripUntilClosed(String what) {
        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(8))
                .until(() -> {
                    try {
                        send(what);
                        return false;
                    } catch (IOException hungUp) {
                        return true;
                    }
                });
    }

    private String answer() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("here") && !text.toString().endsWith("read")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            text.append((char) next);
        }
        return text.toString();
    }

    @Test
    void hangsUpOnAHeaderThatDrips() throws IOException {
        send("GET / HTTP/1.1\r\nHost: h\r\nX: ");

        dripUntilClosed("x");
    }

    @Test
    void hangsUpOnALaterHeaderThatDrips() throws IOException {
        send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        assertThat(answer()).startsWith("HTTP/1.1 200");

        send("GET / HTTP/1.1\r\nHost: h\r\nX: ");

        dripUntilClosed("x");
    }

    @Test
    void hangsUpOnABodyThatDrips() throws IOException {
        send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 100000\r\n\r\n");

        dripUntilClosed("x");
    }

    @Test
    void leavesAConnectionThatIsUsedNowAndThen() throws IOException {
        long end = System.nanoTime() + Duration.ofMillis(1_500).toNanos();
        int answers = 0;
        while (System.nanoTime() < end) {
            send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc");
            assertThat(answer()).startsWith("HTTP/1.1 200");
            answers++;
        }

        assertThat(answers).isPositive();
    }
}
