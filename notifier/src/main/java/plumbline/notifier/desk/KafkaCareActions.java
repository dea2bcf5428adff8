package plumbline.notifier.desk;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.alert.CareAction;
import plumbline.contract.alert.NudgeAnswer;
import plumbline.contract.json.Json;
import plumbline.contract.team.CareTeam;
import plumbline.contract.topic.Topic;
import plumbline.notifier.access.Access;
import plumbline.notifier.access.AccessLog;

/** Care actions, answers to nudges, care teams and the access log in their topics, each with its key. A person waits for each, so Kafka has four seconds and not its usual minutes. */
public final class KafkaCareActions implements CareActions, Records, AccessLog.Store, AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final String topic;
    private final String teams;
    private final String accesses;

    private KafkaCareActions(Producer<String, byte[]> producer, String topic, String teams, String accesses) {
        this.producer = producer;
        this.topic = topic;
        this.teams = teams;
        this.accesses = accesses;
    }

    /** Opens the producer. */
    public static KafkaCareActions open(KafkaSettings kafka) {
        Map<String, Object> client = kafka.client(Map.of(
                "client.id", "plumbline-care-actions",
                "acks", "all",
                "enable.idempotence", "true",
                "linger.ms", "0",
                "max.block.ms", "1000",
                "request.timeout.ms", "3000",
                "delivery.timeout.ms", "4000"));
        return new KafkaCareActions(
                new KafkaProducer<>(client, new StringSerializer(), new ByteArraySerializer()),
                kafka.name(Topic.CARE_ACTIONS),
                kafka.name(Topic.CARE_TEAMS),
                kafka.name(Topic.ACCESS_LOG));
    }

    @Override
    public CompletableFuture<Void> publish(CareAction action) {
        return publish(topic, action.patient(), action);
    }

    @Override
    public CompletableFuture<Void> publish(NudgeAnswer answer) {
        return publish(topic, answer.patient(), answer);
    }

    @Override
    public CompletableFuture<Void> publish(CareTeam team) {
        return publish(teams, team.id(), team);
    }

    @Override
    public CompletableFuture<Void> publish(Access entry) {
        return publish(accesses, entry.chain(), entry);
    }

    private CompletableFuture<Void> publish(String to, String key, Object message) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        try {
            var unused = producer.send(new ProducerRecord<>(to, key, Json.write(message)), (record, failure) -> {
                if (failure == null) {
                    stored.complete(null);
                } else {
                    stored.completeExceptionally(failure);
                }
            });
        } catch (KafkaException refused) {
            stored.completeExceptionally(refused);
        }
        return stored;
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
