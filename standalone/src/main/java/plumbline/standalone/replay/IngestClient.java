package plumbline.standalone.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.standalone.preflight.Obstacle;

/** Sends lines to one ingest service, events in batches and entries of the directory one by one, and waits as long as it asks to. */
public final class IngestClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** How long a service may stay busy or away from Kafka before we give up. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI service;
    private final String token;

    /**
     * @param service the service's address, such as {@code http://localhost:8080}
     * @param token a bearer token; empty to send none
     */
    public IngestClient(URI service, String token) {
        this.service = service;
        this.token = token;
    }

    /**
     * Sends the lines in one request, again after the time that the service names while it is busy, and halved when they are too many.
     *
     * @return the lines that it did not take
     * @throws Obstacle if it cannot be reached, refuses the token, or stays busy for two minutes
     */
    public List<Rejection> send(List<Line> lines) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        List<Rejection> rejected = new ArrayList<>();
        List<Line> open = lines;
        while (!open.isEmpty()) {
            Answer answer = Answer.of(
                    send(request("/v1/events", "application/x-ndjson").POST(BodyPublishers.ofByteArray(body(open)))));
            if (answer.isTooLarge() && open.size() > 1) {
                rejected.addAll(send(open.subList(0, open.size() / 2)));
                open = open.subList(open.size() / 2, open.size());
                continue;
            }
            List<Line> again = new ArrayList<>();
            for (Rejection rejection : answer.rejections(open)) {
                if (rejection.retryable()) {
                    again.add(rejection.line());
                } else {
                    rejected.add(rejection);
                }
            }
            if (!again.isEmpty()) {
                pause(answer.retryAfter(), end);
            }
            open = again;
        }
        return rejected;
    }

    /**
     * Puts an entry into the directory, again after the time that the service names while it is busy.
     *
     * @param patient whose entry it is
     * @return why the service did not take it
     * @throws Obstacle if it cannot be reached, refuses the token, or stays busy for two minutes
     */
    Optional<Rejection> put(String patient, Line entry) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Answer answer = Answer.of(send(request("/v1/patients/" + patient, "application/json")
                    .PUT(BodyPublishers.ofByteArray(entry.json()))));
            Optional<Rejection> rejection = answer.rejection(entry);
            if (rejection.filter(Rejection::retryable).isEmpty()) {
                return rejection;
            }
            pause(answer.retryAfter(), end);
        }
    }

    private void pause(Duration wait, Instant end) throws InterruptedException {
        if (Instant.now().plus(wait).isAfter(end)) {
            throw new Obstacle(
                    "The service at " + service + " has been busy or away from Kafka for " + PATIENCE.toMinutes()
                            + " minutes.\nLook at its /health/ready; what it took is safe, and sending all again does no harm.");
        }
        Thread.sleep(wait.toMillis());
    }

    private HttpRequest.Builder request(String path, String contentType) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).timeout(ANSWER).header("Content-Type", contentType);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new Obstacle("No service answers at " + service
                    + ".\nStart one with ./plumbline start, or name another with --to.");
        } catch (IOException e) {
            throw new Obstacle(
                    "The service at " + service + " broke off (" + e.getClass().getSimpleName()
                            + ").\nLook at its log; what it took is safe, and sending all again does no harm.");
        }
    }

    private static byte[] body(List<Line> lines) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Line line : lines) {
            body.writeBytes(line.json());
            body.write('\n');
        }
        return body.toByteArray();
    }
}
