package plumbline.standalone.recording;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.chassis.kafka.Topics;
import plumbline.contract.alert.ActionKind;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.CareAction;
import plumbline.contract.alert.ResolveReason;
import plumbline.contract.finding.Finding;
import plumbline.contract.json.CareTeamReader;
import plumbline.contract.json.Json;
import plumbline.contract.topic.Topic;

/** All that the notifier is told: the topics of the other services, and what people do. */
final class Inputs implements AutoCloseable {
    private final KafkaSettings kafka;
    private final KafkaProducer<String, byte[]> producer;

    private Inputs(KafkaSettings kafka) {
        this.kafka = kafka;
        this.producer = new KafkaProducer<>(
                kafka.client(Map.of("acks", "all")), new StringSerializer(), new ByteArraySerializer());
    }

    /** Opens, and creates every topic. */
    static Inputs open(KafkaSettings kafka) {
        try (Topics topics = new Topics(kafka)) {
            List.of(Topic.Owner.values()).forEach(topics::create);
        }
        return new Inputs(kafka);
    }

    void find(Finding finding) {
        send(Topic.FINDINGS, finding.patient(), Json.write(finding));
    }

    void act(String id, Alert alert, ActionKind kind) {
        Optional<ResolveReason> reason =
                kind == ActionKind.RESOLVE ? Optional.of(ResolveReason.TRUE) : Optional.empty();
        CareAction action = new CareAction(
                id,
                alert.id(),
                alert.patient(),
                kind,
                alert.revision(),
                "dr-ward",
                Instant.now(),
                "",
                Optional.empty(),
                reason,
                Optional.empty());
        send(Topic.CARE_ACTIONS, alert.patient(), Json.write(action));
    }

    /** The directory has a team; quotes are single ones. */
    void team(String id, String fields) {
        byte[] json = ("{'timeZone':'UTC'," + fields + "}").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        if (!(CareTeamReader.read(json, id) instanceof CareTeamReader.Outcome.Good good)) {
            throw new IllegalArgumentException(CareTeamReader.read(json, id).toString());
        }
        send(Topic.CARE_TEAMS, id, Json.write(good.team()));
    }

    /** The directory has a patient; quotes are single ones. */
    void patient(String id, String fields) {
        String json = "{'type':'patient','id':'" + id + "'," + fields + "}";
        send(Topic.PATIENTS, id, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private void send(Topic topic, String key, byte[] value) {
        producer.send(new ProducerRecord<>(kafka.name(topic), key, value), (metadata, failure) -> {
            if (failure != null) {
                failure.printStackTrace();
            }
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
