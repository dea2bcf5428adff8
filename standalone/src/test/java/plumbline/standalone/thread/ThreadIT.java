package plumbline.standalone.thread;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.event.PainReport;
import plumbline.contract.topic.Topic;
import plumbline.standalone.TestBroker;

class ThreadIT {
    private static final String PREFIX = "thread-";
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static Receiver receiver;
    private static Ward ward;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        receiver = new Receiver();
        ward = Ward.start(
                directory,
                Optional.of(TestBroker.bootstrap()),
                Map.of(
                        KafkaSettings.TOPIC_PREFIX.name(),
                        PREFIX,
                        "PLUMBLINE_WEBHOOK_URL",
                        receiver.address(),
                        "PLUMBLINE_WEBHOOK_SECRET",
                        KEY,
                        "PLUMBLINE_WEBHOOK_ALLOW_PRIVATE",
                        "true"));
    }

    @AfterAll
    static void stop() {
        if (ward != null) {
            ward.close();
        }
        receiver.close();
    }

    @Test
    void aReportBecomesAnExplainedAlertAndASignedMessage() throws Exception {
        assertThat(ward.post(Ward.suddenPain("r1", "p-thread")).statusCode()).isEqualTo(202);

        JsonNode alert = ward.alert("p-thread");
        assertThat(alert.path("kind").asText()).isEqualTo("urgent-pain");
        assertThat(alert.path("summary").asText()).contains("pain of 9", "lower back");
        assertThat(alert.path("finding").path("evidence").path("events"))
                .extracting(JsonNode::asText)
                .containsExactly("r1");
        assertThat(ward.page()).contains("p-thread", alert.path("summary").asText());

        Receiver.Message message = Ward.eventually(
                () -> receiver.about(alert.path("id").asText()).stream().findFirst());
        assertThat(message.body()).doesNotContain("intensity", "pain of 9", "lower");
        new Webhook(KEY).verify(message.body(), HttpHeaders.of(message.headers(), (name, value) -> true));
    }

    @Test
    void anAcknowledgementIsSeenAtOnceAndAnOldRevisionIsRefused() {
        ward.post(Ward.suddenPain("r1", "p-ack"));
        JsonNode alert = ward.alert("p-ack");
        String body = "{\"action\":\"acknowledge\",\"revision\":"
                + alert.path("revision").asLong() + "}";
        String id = alert.path("id").asText();

        assertThat(ward.act(id, body).statusCode()).isEqualTo(200);
        assertThat(ward.read("/v1/alerts/" + id).path("status").asText()).isEqualTo("acknowledged");
        assertThat(ward.read("/v1/alerts/" + id)
                        .path("acknowledgement")
                        .path("by")
                        .asText())
                .isEqualTo("nurse");
        assertThat(ward.act(id, body.replace("acknowledge", "note").replace("}", ",\"note\":\"late\"}"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void aPatientIsWrittenToAtTheirOwnContactAndNothingElseNamesIt() {
        String contact = receiver.address() + "/canary-own";
        assertThat(ward.directory("PUT", "p-own", "{\"language\":\"de\",\"contact\":{\"webhook\":\"" + contact + "\"}}")
                        .statusCode())
                .isLessThan(300);
        ward.post(Ward.suddenPain("r1", "p-own"));
        String alert = ward.alert("p-own").path("id").asText();

        Receiver.Message message = Ward.eventually(() -> receiver.about(alert).stream()
                .filter(one -> one.body().contains("\"type\":\"message."))
                .findFirst());
        assertThat(message.body()).contains("Bitte wenden Sie sich");
        assertThat(ward.read("/v1/alerts/" + alert + "/history").toString())
                .contains("to the patient by webhook")
                .doesNotContain("canary-own");
        assertThat(ward.read("/v1/alerts/" + alert).toString()).doesNotContain("canary-own");
    }

    @Test
    void whoSawAnAlertIsNotedAndTheSealsHold() {
        ward.post(Ward.suddenPain("r1", "p-seen"));
        String alert = ward.alert("p-seen").path("id").asText();
        ward.read("/v1/alerts/" + alert);

        await().atMost(30, SECONDS)
                .until(() ->
                        ward.page("/audit?what=alert-seen&subject=" + alert).contains("nurse</td>"));
        assertThat(ward.page("/audit?check=1")).contains("entries are as they were written");
    }

    @Test
    void aReceiverThatFailsThreeTimesGetsOneMessageUnderOneId() {
        receiver.script(500, 500, 500);
        ward.post(Ward.suddenPain("r1", "p-retry"));
        String alert = ward.alert("p-retry").path("id").asText();

        await().atMost(60, SECONDS).until(() -> receiver.about(alert).size() == 4);
        assertThat(receiver.about(alert))
                .extracting(Receiver.Message::id)
                .containsOnly(receiver.about(alert).get(0).id());
    }

    @Test
    void aPoisonedRecordStopsNobody() {
        String reports = Topic.PAIN_REPORTS.name(PREFIX);
        // The broker itself refuses what is more than an hour ahead.
        long halfAnHourAhead =
                System.currentTimeMillis() + Duration.ofMinutes(30).toMillis();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                KafkaSettings.local(TestBroker.bootstrap()).client(Map.of()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int partition = 0; partition < 4; partition++) {
                producer.send(new ProducerRecord<>(
                        reports, partition, "p-poison", "not JSON".getBytes(StandardCharsets.UTF_8)));
                producer.send(new ProducerRecord<>(reports, partition, null, "{}".getBytes(StandardCharsets.UTF_8)));
                producer.send(new ProducerRecord<>(reports, partition, "p-poison", null));
                producer.send(new ProducerRecord<>(
                        reports, partition, halfAnHourAhead, "p-poison", "[1]".getBytes(StandardCharsets.UTF_8)));
            }
        }
        for (String patient : List.of("p-a", "p-b", "p-c", "p-d", "p-e", "p-f")) {
            ward.post(Ward.suddenPain("r1", patient));
        }

        for (String patient : List.of("p-a", "p-b", "p-c", "p-d", "p-e", "p-f")) {
            assertThat(ward.alert(patient).path("kind").asText()).isEqualTo("urgent-pain");
        }
        assertThat(quarantined(16)).contains("malformed-json", "null-key", "null-value");
    }

    @Test
    void aRecordIsKeyedByItsPatientAndBearsTheTimeOfItsAcceptance() {
        Instant before = Instant.now();
        ward.post(PainReport.of("r1", "p-time", before.minus(Duration.ofDays(7)).atOffset(ZoneOffset.UTC))
                .intensity(2)
                .build());

        assertThat(records(Topic.PAIN_REPORTS, record -> "p-time".equals(record.key()), 1))
                .singleElement()
                .satisfies(record -> assertThat(Instant.ofEpochMilli(record.timestamp()))
                        .isBetween(before.truncatedTo(ChronoUnit.MILLIS), Instant.now()));
    }

    private static List<String> quarantined(int expected) {
        return records(Topic.QUARANTINE, record -> true, expected).stream()
                .map(record -> record.headers().lastHeader("plumbline-reason").value())
                .map(reason -> new String(reason, StandardCharsets.UTF_8))
                .toList();
    }

    /** Waits for so many records of a topic. */
    private static List<ConsumerRecord<String, byte[]>> records(
            Topic topic, Predicate<ConsumerRecord<String, byte[]>> wanted, int expected) {
        Map<String, Object> reading = Map.of("group.id", "thread-it-" + topic, "auto.offset.reset", "earliest");
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                KafkaSettings.local(TestBroker.bootstrap()).client(reading),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic.name(PREFIX)));
            await().atMost(30, SECONDS).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (wanted.test(record)) {
                        records.add(record);
                    }
                });
                return records.size() >= expected;
            });
        }
        return records;
    }
}
