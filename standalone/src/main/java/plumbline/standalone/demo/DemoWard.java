package plumbline.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import plumbline.contract.json.Json;
import plumbline.standalone.preflight.Obstacle;

/** The notifier, as a program of the care team sees it over HTTP. */
final class DemoWard {
    /** Who is asked, one after the other, with less patience than a real team has. */
    static final List<String> ASKED = List.of("nora", "dr.lin", "head");

    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI notifier;
    private final String token;

    DemoWard(URI notifier, String token) {
        this.notifier = notifier;
        this.token = token;
    }

    /** Writes the team that owns every alert of the demo. */
    void team(DemoReceiver webhook) throws InterruptedException {
        Map<String, String> log = Map.of("kind", "log");
        Map<String, Object> hook =
                Map.of("kind", "webhook", "address", webhook.address(), "keys", List.of(webhook.key()));
        byte[] team = Json.write(Map.of(
                "timeZone", "UTC",
                "members",
                        List.of(
                                Map.of("id", ASKED.get(0), "channels", List.of(hook, log)),
                                Map.of("id", ASKED.get(1), "channels", List.of(log)),
                                Map.of("id", ASKED.get(2), "channels", List.of(log))),
                "urgent", Map.of("steps", List.of(step(0), step(1), step(2)), "repeat", "PT2M")));
        HttpResponse<String> answer = send(request("/v1/care-teams/default")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(team)));
        if (answer.statusCode() != OK) {
            throw new Obstacle("The demo's care team was not taken: " + answer.body());
        }
    }

    private static Map<String, Object> step(int number) {
        return Map.of("after", "PT" + 40 * number + "S", "to", List.of(ASKED.get(number)));
    }

    /** The stream of alerts, each whenever it changes; ends by itself after some minutes. */
    InputStream alerts() throws InterruptedException, IOException {
        HttpRequest request = HttpRequest.newBuilder(notifier.resolve("/v1/alerts/stream"))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.ofInputStream()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(notifier.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException away) {
            throw new Obstacle("The notifier at " + notifier + " does not answer; its log says why");
        }
    }
}
