package plumbline.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.json.EventWriter;
import plumbline.contract.json.Json;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Site;
import plumbline.standalone.issuer.Grant;
import plumbline.standalone.issuer.LocalIssuer;

/** A client and a care team of one installation, over HTTP alone. */
final class Client {
    private static final Duration TOKEN = Duration.ofHours(1);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String backEnd;
    private final String careTeam;

    Client(Path issuer) {
        LocalIssuer local = LocalIssuer.in(issuer);
        backEnd = local.token(Grant.ofPatient("app", Grant.EVERYBODY), Instant.now(), TOKEN);
        careTeam = local.token(Grant.ofTeam("nurse", Grant.EVERYBODY), Instant.now(), TOKEN);
    }

    /** A report of a sudden severe pain now. */
    static PainReport suddenPain(String id, String patient) {
        return PainReport.of(id, patient, OffsetDateTime.now(ZoneOffset.UTC).withNano(0))
                .site(Site.LOWER_BACK)
                .intensity(9)
                .onset(Onset.SUDDEN)
                .build();
    }

    /** Posts the event; the answer's status. */
    int post(URI ingest, Event event) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(ingest.resolve("/v1/events"))
                .header("Authorization", "Bearer " + backEnd)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(EventWriter.write(event)))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** The alerts of these patients, in no order; none while the inbox is still being read. */
    List<JsonNode> alerts(URI notifier, String... patients) throws IOException, InterruptedException {
        List<JsonNode> alerts = new ArrayList<>();
        for (String patient : patients) {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(notifier.resolve("/v1/alerts?patient=" + patient))
                            .header("Authorization", "Bearer " + careTeam)
                            .build(),
                    BodyHandlers.ofByteArray());
            Json.mapper().readTree(answer.body()).path("alerts").forEach(alerts::add);
        }
        return alerts;
    }

    /** Acknowledges an alert; the answer's status. */
    int acknowledge(URI notifier, JsonNode alert) throws IOException, InterruptedException {
        String action = "{\"action\":\"acknowledge\",\"revision\":%d,\"note\":\"calling now\"}"
                .formatted(alert.path("revision").asLong());
        HttpRequest request = HttpRequest.newBuilder(
                        notifier.resolve("/v1/alerts/" + alert.path("id").asText() + "/actions"))
                .header("Authorization", "Bearer " + careTeam)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(action))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
