package plumbline.standalone.recording;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import plumbline.standalone.cli.Plumbline;

/** The notifier by its real main, as a process that can be killed and started again. */
final class NotifierProcess implements AutoCloseable {
    private static final List<String> JVM =
            List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");
    private static final Duration START = Duration.ofSeconds(90);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> environment;
    private final File log;
    private Process process;

    /** Assigns; {@link #start} starts. */
    NotifierProcess(Map<String, String> environment, Path log) {
        this.environment = Map.copyOf(environment);
        this.log = log.toFile();
    }

    /** Starts it; returns once it is ready. */
    Instant start() {
        int port = freePort();
        process = launch(port);
        URI ready = URI.create("http://127.0.0.1:" + port + "/health/ready");
        await().pollInterval(Duration.ofMillis(50)).atMost(START).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("the notifier ended; its log is " + log);
            }
            return isReady(ready);
        });
        return Instant.now();
    }

    private Process launch(int port) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Plumbline.class.getName(), "notifier"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .redirectError(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().keySet().removeIf(name -> name.startsWith("PLUMBLINE_"));
        builder.environment().putAll(environment);
        builder.environment().put("PLUMBLINE_HTTP_PORT", Integer.toString(port));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops it in mid-air: it takes nothing more in, and holds all it has. */
    void freeze() {
        try {
            new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@code kill -9}. */
    Instant kill() {
        Instant at = Instant.now();
        process.destroyForcibly();
        process.onExit().join();
        return at;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it end in order, which takes at most 15 s. */
    void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        process.onExit()
                .orTimeout(20, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }

    @Override
    public void close() {
        stop();
    }
}
