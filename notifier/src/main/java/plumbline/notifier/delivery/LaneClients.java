package plumbline.notifier.delivery;

import java.util.Map;
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
import plumbline.contract.topic.Topic;

/** Opens the Kafka clients of one lane: a consumer group of its own, and a transactional producer for the starts. */
public class LaneClients {
    /** Commands that are taken at once. */
    static final int BATCH = 8;

    private final KafkaSettings kafka;
    private final Lane lane;
    private final String topic;

    public LaneClients(KafkaSettings kafka, Lane lane, Topic topic) {
        this.kafka = kafka;
        this.lane = lane;
        this.topic = kafka.name(topic);
    }

    Lane lane() {
        return lane;
    }

    String topic() {
        return topic;
    }

    private String group() {
        return kafka.topicPrefix() + "notifier-delivery-" + lane.code();
    }

    /** Opens a consumer that sees commands of committed transactions alone. */
    Consumer<String, byte[]> commands() {
        return new KafkaConsumer<>(
                kafka.client(Map.of(
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
                        BATCH)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Opens a producer with a transaction of its own; the consumer group's generation fences a worker that was replaced. */
    Producer<String, byte[]> starts() {
        return new KafkaProducer<>(
                kafka.client(Map.of(
                        "client.id",
                        group() + "-starts",
                        "transactional.id",
                        group() + "-" + UUID.randomUUID(),
                        "acks",
                        "all",
                        "enable.idempotence",
                        true)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Opens a producer for the final reports of all lanes. */
    public static Producer<String, byte[]> reports(KafkaSettings kafka) {
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
