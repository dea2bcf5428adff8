package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.standalone.installation.Installation;
import plumbline.standalone.installation.Plan;
import plumbline.standalone.issuer.LocalIssuer;

/** An installation is stopped and started again on the same data. */
class SecondStartIT {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @Test
    void knowsTheAlertsAndTheirAcknowledgements() throws Exception {
        Client client = new Client(directory);
        String id;
        try (Installation first = start()) {
            client.post(first.ingest(), Client.suddenPain("r1", "kept"));
            await().atMost(SOON)
                    .until(() -> client.alerts(first.notifier(), "kept").size() == 1);
            JsonNode alert = client.alerts(first.notifier(), "kept").get(0);
            id = alert.path("id").asText();
            assertThat(client.acknowledge(first.notifier(), alert)).isEqualTo(200);
        }

        try (Installation second = start()) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(client.alerts(second.notifier(), "kept"))
                            .singleElement()
                            .satisfies(alert -> {
                                assertThat(alert.path("id").asText()).isEqualTo(id);
                                assertThat(alert.path("status").asText()).isEqualTo("acknowledged");
                            }));
        }
    }

    private Installation start() {
        return Installation.start(new Plan(
                directory, LocalIssuer.in(directory).publicKeys(), Optional.empty(), Plan.Ports.ANY, Map.of()));
    }
}
