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
import plumbline.standalone.preflight.Obstacle;

/** Posts batches of lines to one ingest service, and waits as long as it asks to. */
public final class IngestClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** How long a service may stay busy or away from Kafka before we give up. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI events;
    private final String token;

    /**
     * @param service the service's address, such as {@code http://localhost:8080}
     * @param token a bearer token; empty to send none
     */
    public IngestClient(URI service, String token) {
        this.events = service.resolve("/v1/events");
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
            Answer answer = Answer.of(post(open));
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

    private void pause(Duration wait, Instant end) throws InterruptedException {
        if (Instant.now().plus(wait).isAfter(end)) {
            throw new Obstacle(
                    "The service at " + events + " has been busy or away from Kafka for " + PATIENCE.toMinutes()
                            + " minutes.\nLook at its /health/ready; what it took is safe, and sending all again does no harm.");
        }
        Thread.sleep(wait.toMillis());
    }

    private HttpResponse<byte[]> post(List<Line> lines) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(events)
                .timeout(ANSWER)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(body(lines)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (ConnectException e) {
            throw new Obstacle("No service answers at " + events
                    + ".\nStart one with ./plumbline start, or name another with --to.");
        } catch (IOException e) {
            throw new Obstacle(
                    "The service at " + events + " broke off (" + e.getClass().getSimpleName()
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
