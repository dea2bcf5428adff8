package plumbline.standalone.installation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import plumbline.standalone.preflight.Obstacle;

/** Waits until a service says that it is ready. */
final class Ready {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final long BETWEEN_MILLIS = 50;
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    /**
     * @throws Obstacle if it is not ready within a minute, with what it said last
     */
    void await(URI service) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/health/ready"))
                .timeout(ANSWER)
                .build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "no answer";
        try {
            while (System.nanoTime() < end) {
                try {
                    var answer = http.send(request, BodyHandlers.ofString());
                    if (answer.statusCode() == OK) {
                        return;
                    }
                    last = answer.body().strip();
                } catch (IOException silent) {
                    last = "no answer";
                }
                Thread.sleep(BETWEEN_MILLIS);
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
        throw new Obstacle("The service at " + service + " did not become ready: " + last
                + "\nIts log says why; a machine that is very busy may need another try.");
    }
}
