package plumbline.standalone.thread;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.chassis.http.OpenApi;
import plumbline.chassis.http.OpenApi.Operation;
import plumbline.standalone.issuer.Grant;
import plumbline.standalone.issuer.LocalIssuer;

/** Tokens of one patient or one team, with every scope, tried on another patient and team by every route of every service. */
class ForeignTokenIT {
    private static final String OTHER = "p-other";
    private static final Set<String> UPKEEP = Set.of("/health/live", "/health/ready", "/metrics", "/openapi.json");

    /** What a caller may ask without naming anybody: it is answered with what is theirs alone. */
    private static final Set<String> OF_NOBODY = Set.of("GET /v1/alerts", "GET /v1/alerts/stream");

    private static final List<String> SCOPES =
            List.of("events:write", "patients:write", "timeline:read", "alerts:read", "alerts:act", "teams:write");

    private static final List<Grant> STRANGERS = List.of(
            new Grant("app", SCOPES, Optional.of("p-own"), Optional.empty()),
            new Grant("nurse", SCOPES, Optional.empty(), Optional.of("own")),
            new Grant("both", SCOPES, Optional.of("p-own"), Optional.of("own")),
            new Grant("neither", SCOPES, Optional.empty(), Optional.empty()));

    @TempDir
    Path directory;

    @Test
    void canDoNothingToOrWithAnybodyElse() {
        try (Ward ward = Ward.start(directory, Optional.empty(), Map.of())) {
            ward.post(Ward.suddenPain("r1", OTHER));
            JsonNode alert = ward.alert(OTHER);
            int tried = 0;
            for (URI service : ward.services()) {
                OpenApi api = ward.openApi(service);
                for (Operation operation : api.operations()) {
                    if (!operation.isOpen()) {
                        tried++;
                        for (Grant stranger : STRANGERS) {
                            assertRefused(ward, service, api, operation, alert, token(stranger));
                        }
                        assertScopeIsAsked(ward, service, operation, alert);
                    } else {
                        assertThat(UPKEEP).contains(operation.path());
                    }
                }
            }

            assertThat(tried).isGreaterThanOrEqualTo(12);
            assertThat(ward.alert(OTHER)).isEqualTo(alert);
            assertThat(ward.alerts(OTHER)).hasSize(1);
        }
    }

    private String token(Grant grant) {
        return LocalIssuer.in(directory).token(grant, Instant.now(), Duration.ofHours(1));
    }

    /** Whoever may do all else with everybody's data may not do this. */
    private void assertScopeIsAsked(Ward ward, URI service, Operation operation, JsonNode alert) {
        List<String> others = SCOPES.stream()
                .filter(scope -> !scope.equals(operation.scope()))
                .toList();
        Grant everybody = Grant.ofEverything("stranger").withScopes(others);
        HttpResponse<String> answer =
                ward.tryAs(token(everybody), service, operation.method(), path(operation, alert), "", "");

        assertThat(SCOPES).contains(operation.scope());
        assertThat(answer.statusCode()).as("%s %s", operation, answer.body()).isEqualTo(403);
    }

    private static String path(Operation operation, JsonNode alert) {
        String id = operation.path().startsWith("/v1/alerts") ? alert.path("id").asText() : OTHER;
        return operation.path().replaceAll("\\{[^}]*}", id);
    }

    private static void assertRefused(
            Ward ward, URI service, OpenApi api, Operation operation, JsonNode alert, String token) {
        if (operation.path().endsWith("/stream")) {
            // Never ends; what it lets a caller see is tested in the notifier.
            return;
        }
        String path = path(operation, alert);
        boolean hasBody = operation.node().has("requestBody");
        List<String> bodies = hasBody
                ? api.requests().stream()
                        .filter(example -> example.operation().equals(operation)
                                && !example.name().equals("empty"))
                        .map(example -> example.mediaType() + "\n"
                                + example.text()
                                        .replace("p-1042", OTHER)
                                        .replace(
                                                "\"value\":\"a\"",
                                                "\"value\":\""
                                                        + alert.path("id").asText() + "\""))
                        .toList()
                : List.of("\n");
        assertThat(bodies).as("examples of %s", operation).isNotEmpty();
        boolean told = !operation.scope().equals("events:write");
        for (String body : bodies) {
            String[] parts = body.split("\n", 2);
            HttpResponse<String> answer = ward.tryAs(token, service, operation.method(), path, parts[0], parts[1]);
            if (OF_NOBODY.contains(operation.toString())) {
                assertThat(answer.body()).as("%s", operation).doesNotContain(OTHER);
            } else if (operation.scope().equals("events:write")) {
                told |= answer.body().contains("patient-not-allowed");
                assertThat(answer.body())
                        .as("%s %s", operation, body)
                        .doesNotContain("\"accepted\":1", "\"accepted\":2", "201 Created", "\"Stored\"");
            } else {
                assertThat(answer.statusCode())
                        .as("%s %s", operation, answer.body())
                        .isIn(403, 404);
            }
        }
        assertThat(told).as("%s says whose data it is", operation).isTrue();
    }
}
