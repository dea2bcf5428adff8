package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.contract.topic.Topic;
import plumbline.standalone.installation.Installation;
import plumbline.standalone.installation.Plan;
import plumbline.standalone.issuer.LocalIssuer;

/** From a report over HTTP to what people see and hear of it, through a real Kafka. */
class ThreadIT {
    private static final String PREFIX = "thread-";
    private static final Duration SOON = Duration.ofSeconds(30);

    private static WebhookReceiver receiver;
    private static Installation installation;
    private static Client client;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        receiver = new WebhookReceiver();
        Map<String, String> environment = Map.of(
                "PLUMBLINE_TOPIC_PREFIX",
                PREFIX,
                "PLUMBLINE_WEBHOOK_URL",
                receiver.address().toString(),
                "PLUMBLINE_WEBHOOK_SECRET",
                WebhookReceiver.SECRET,
                "PLUMBLINE_WEBHOOK_ALLOW_PRIVATE",
                "true");
        installation = Installation.start(new Plan(
                directory,
                LocalIssuer.in(directory).publicKeys(),
                Optional.of(TestBroker.bootstrap()),
                Plan.Ports.ANY,
                environment));
        client = new Client(directory);
    }

    @AfterAll
    static void stop() {
        installation.close();
        receiver.close();
    }

    @Test
    void tellsTheCareTeamOfASuddenPainByASignedWebhook() throws Exception {
        assertThat(client.post(installation.ingest(), Client.suddenPain("r1", "sudden")))
                .isEqualTo(202);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(receiver.bodies())
                        .anyMatch(body -> body.contains("\"sudden\"") && body.contains("urgent-pain")));
        assertThat(receiver.forged()).isEmpty();
    }

    @Test
    void explainsTheAlertInTheInbox() throws Exception {
        client.post(installation.ingest(), Client.suddenPain("r1", "explained"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(client.alerts(installation.notifier(), "explained"))
                        .singleElement()
                        .satisfies(alert -> {
                            assertThat(alert.path("finding").path("summary").asText())
                                    .contains("9 in the lower back");
                            assertThat(alert.path("finding")
                                            .path("evidence")
                                            .path("events")
                                            .path(0)
                                            .asText())
                                    .isEqualTo("r1");
                        }));
    }

    @ParameterizedTest
    @EnumSource(names = {"PAIN_REPORTS", "ACTIVITY_BOUTS"})
    void letsNoPoisonedRecordStopAnybody(Topic topic) throws Exception {
        poison(topic);
        String[] patients =
                IntStream.range(0, 8).mapToObj(i -> topic.name("") + "." + i).toArray(String[]::new);

        for (String patient : patients) {
            client.post(installation.ingest(), Client.suddenPain("r1", patient));
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(client.alerts(installation.notifier(), patients))
                        .hasSize(patients.length));
    }

    private static void poison(Topic topic) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestBroker.bootstrap());
        byte[] key = "poison".getBytes(StandardCharsets.UTF_8);
        byte[] invalidUtf8 = {(byte) 0xff, 0, '{'};
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int partition = 0; partition < 4; partition++) {
                String name = topic.name(PREFIX);
                producer.send(new ProducerRecord<>(name, partition, key, invalidUtf8))
                        .get();
                producer.send(new ProducerRecord<>(name, partition, key, "[]".getBytes(StandardCharsets.UTF_8)))
                        .get();
                producer.send(new ProducerRecord<>(name, partition, null, new byte[700_000]))
                        .get();
                producer.send(new ProducerRecord<>(name, partition, key, null)).get();
                producer.send(new ProducerRecord<>(name, partition, null, null)).get();
            }
        }
    }
}
