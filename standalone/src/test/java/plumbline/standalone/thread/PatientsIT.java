package plumbline.standalone.thread;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.event.PainReport;
import plumbline.contract.json.Json;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;
import plumbline.standalone.TestBroker;

class PatientsIT {
    private static final String PREFIX = "patients-it-";

    private static Ward ward;

    @BeforeAll
    static void start(@TempDir Path directory) {
        ward = Ward.start(
                directory, Optional.of(TestBroker.bootstrap()), Map.of(KafkaSettings.TOPIC_PREFIX.name(), PREFIX));
    }

    @AfterAll
    static void stop() {
        if (ward != null) {
            ward.close();
        }
    }

    /** A fall from standing: nothing by itself, a red flag in brittle bones. */
    private static PainReport fall(String patient) {
        return PainReport.of("fall", patient, OffsetDateTime.now(ZoneOffset.UTC).withNano(0))
                .site(Site.LOWER_BACK)
                .intensity(4)
                .symptoms(List.of(Symptom.MINOR_TRAUMA))
                .build();
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(text, notJson);
        }
    }

    private static void awaitErased(String patient) {
        await().atMost(60, SECONDS)
                .until(() -> json(ward.directory("GET", patient + "/erasure", "")
                                .body())
                        .path("status")
                        .asText()
                        .equals("done"));
    }

    @Test
    void aRiskFactorMakesWhatWasReportedMoreUrgentAndTheOwnTeamHasTheAlert() {
        ward.post(fall("p-brittle"));
        ward.post(Ward.suddenPain("r1", "p-brittle"));
        assertThat(ward.alert("p-brittle").path("kind").asText()).isEqualTo("urgent-pain");

        String entry = "{\"riskFactors\":[\"osteoporosis\"],\"careTeam\":\"spine-north\"}";
        assertThat(ward.directory("PUT", "p-brittle", entry).statusCode()).isEqualTo(201);

        JsonNode alert = Ward.eventually(() -> ward.alerts("p-brittle").stream()
                .filter(one -> one.path("kind").asText().equals("red-flag"))
                .findFirst());
        assertThat(alert.path("severity").asText()).isEqualTo("same-day");
        assertThat(alert.path("team").asText()).isEqualTo("spine-north");
    }

    @Test
    void anErasedPatientIsGoneEverywhereAndBeginsAfresh() throws Exception {
        ward.directory("PUT", "p-gone", "{\"contact\":{\"email\":\"maria@example.org\"}}");
        PainReport report = Ward.suddenPain("r1", "p-gone");
        ward.post(report);
        String first = ward.alert("p-gone").path("id").asText();

        assertThat(ward.directory("DELETE", "p-gone", "").statusCode()).isEqualTo(202);
        awaitErased("p-gone");

        assertThat(ward.directory("GET", "p-gone", "").statusCode()).isEqualTo(404);
        await().atMost(10, SECONDS).until(() -> ward.alerts("p-gone").isEmpty());
        assertThat(ward.read("/v1/alerts/" + first).path("status").asInt()).isEqualTo(404);
        await().atMost(10, SECONDS)
                .untilAsserted(() -> assertThat(compactedThatMention("p-gone"))
                        // That there was an erasure, and when it may be forgotten: the id and a time.
                        .containsExactlyInAnyOrder(
                                PREFIX + "plumbline-analytics-dues-changelog",
                                PREFIX + "plumbline-analytics-persons-changelog"));

        // The very same report: were it still known, nothing would follow from it.
        ward.post(report);

        JsonNode afresh = ward.alert("p-gone");
        assertThat(ward.read("/v1/alerts/" + afresh.path("id").asText() + "/history")
                        .findValues("what"))
                .extracting(JsonNode::asText)
                .startsWith("opened");
        assertThat(ward.directory("PUT", "p-gone", "{}").statusCode()).isEqualTo(201);
    }

    /** The compacted topics of which some newest record, by its key or value, is about a patient. */
    private static Set<String> compactedThatMention(String patient) throws Exception {
        Map<String, Object> reading = Map.of("isolation.level", "read_committed");
        try (Admin admin =
                        Admin.create(KafkaSettings.local(TestBroker.bootstrap()).client(Map.of()));
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        KafkaSettings.local(TestBroker.bootstrap()).client(reading),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().startsWith(PREFIX))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(part -> new TopicPartition(part.topic(), part.partition()))
                    .toList();
            Set<String> compacted = compacted(admin, partitions);
            Map<String, ConsumerRecord<byte[], byte[]>> newest = new HashMap<>();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> newest.put(record.topic() + text(record.key()), record));
            }
            return newest.values().stream()
                    .filter(record -> compacted.contains(record.topic()))
                    .filter(record -> record.value() != null)
                    .filter(record -> (text(record.key()) + text(record.value())).contains(patient))
                    .map(ConsumerRecord::topic)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> compacted(Admin admin, Collection<TopicPartition> partitions) throws Exception {
        List<ConfigResource> topics = partitions.stream()
                .map(part -> new ConfigResource(ConfigResource.Type.TOPIC, part.topic()))
                .distinct()
                .toList();
        return admin.describeConfigs(topics).all().get().entrySet().stream()
                .filter(topic -> topic.getValue()
                        .get(TopicConfig.CLEANUP_POLICY_CONFIG)
                        .value()
                        .contains("compact"))
                .map(topic -> topic.getKey().name())
                .collect(Collectors.toSet());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
