package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.standalone.installation.Installation;
import plumbline.standalone.installation.Plan;
import plumbline.standalone.issuer.LocalIssuer;
import plumbline.standalone.kafka.EmbeddedKafka;

/** Kafka goes away and comes back. */
class BrokerAwayIT {
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    @Test
    void refusesInTimeWhileKafkaIsAwayAndGoesOnByItselfAfterwards() throws Exception {
        Path data = directory.resolve("kafka");
        EmbeddedKafka kafka = EmbeddedKafka.start(data);
        Plan plan = new Plan(
                directory,
                LocalIssuer.in(directory).publicKeys(),
                Optional.of(kafka.bootstrap()),
                Plan.Ports.ANY,
                Map.of());
        try (Installation installation = Installation.start(plan)) {
            Client client = new Client(directory);
            assertThat(client.post(installation.ingest(), Client.suddenPain("r1", "before")))
                    .isEqualTo(202);

            kafka.close();
            Instant asked = Instant.now();
            assertThat(client.post(installation.ingest(), Client.suddenPain("r1", "meanwhile")))
                    .isEqualTo(503);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofMillis(2500));

            kafka = EmbeddedKafka.start(data);
            await().atMost(RECOVERY)
                    .until(() -> client.post(installation.ingest(), Client.suddenPain("r1", "after")) == 202);
            await().atMost(RECOVERY)
                    .untilAsserted(() -> assertThat(client.alerts(installation.notifier(), "before", "after"))
                            .hasSize(2));
        } finally {
            kafka.close();
        }
    }
}
