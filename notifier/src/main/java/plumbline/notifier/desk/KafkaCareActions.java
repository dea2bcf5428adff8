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
import plumbline.contract.json.Json;
import plumbline.contract.topic.Topic;

/** Care actions in their topic, keyed by patient. A person waits for each, so Kafka has four seconds and not its usual minutes. */
public final class KafkaCareActions implements CareActions, AutoCloseable {
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final String topic;

    private KafkaCareActions(Producer<String, byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
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
                kafka.name(Topic.CARE_ACTIONS));
    }

    @Override
    public CompletableFuture<Void> publish(CareAction action) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        try {
            var unused = producer.send(
                    new ProducerRecord<>(topic, action.patient(), Json.write(action)), (record, failure) -> {
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
