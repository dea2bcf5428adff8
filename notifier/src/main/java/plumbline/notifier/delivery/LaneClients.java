package plumbline.notifier.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.delivery.Lane;

/** Opens the Kafka clients of one lane: a consumer group of its own, and a transactional producer for the starts. */
class LaneClients {
    /** Commands that are taken at once. */
    static final int BATCH = 8;

    /** How long a worker that was killed in mid-commit keeps casework from reading later reports. */
    private static final int TRANSACTION_MILLIS = 10_000;

    private final KafkaSettings kafka;
    private final Lane lane;
    private final Optional<String> instance;

    /**
     * Assigns.
     *
     * @param instance the name of this instance, which a restart keeps: it takes its partitions up again at once, and ends the
     *     transaction that a killed worker left open
     */
    LaneClients(KafkaSettings kafka, Lane lane, Optional<String> instance) {
        this.kafka = kafka;
        this.lane = lane;
        this.instance = instance;
    }

    Lane lane() {
        return lane;
    }

    String topic() {
        return kafka.name(lane.topic());
    }

    private String group() {
        return kafka.topicPrefix() + "notifier-delivery-" + lane.code();
    }

    /** Opens a consumer that sees commands of committed transactions alone. */
    Consumer<String, byte[]> commands() {
        Map<String, Object> needed = new HashMap<>(Map.of(
                "group.id",
                group(),
                "client.id",
                group(),
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                BATCH));
        instance.ifPresent(name -> needed.put("group.instance.id", name));
        return new KafkaConsumer<>(kafka.client(needed), new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Opens a producer with a transaction of its own; the consumer group's generation fences a worker that was replaced. */
    Producer<String, byte[]> starts() {
        return new KafkaProducer<>(
                kafka.client(Map.of(
                        "client.id",
                        group() + "-starts",
                        "transactional.id",
                        group() + "-"
                                + instance.orElseGet(() -> UUID.randomUUID().toString()),
                        "transaction.timeout.ms",
                        TRANSACTION_MILLIS,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Opens a producer for the final reports of all lanes. */
    static Producer<String, byte[]> reports(KafkaSettings kafka) {
        return new KafkaProducer<>(
                kafka.client(Map.of(
                        "client.id",
                        kafka.topicPrefix() + "notifier-reports",
                        "acks",
                        "all",
                        "enable.idempotence",
                        true)),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
