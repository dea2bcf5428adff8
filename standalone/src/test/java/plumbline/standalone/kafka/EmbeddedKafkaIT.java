package plumbline.standalone.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.standalone.preflight.Obstacle;

class EmbeddedKafkaIT {
    private static final String TOPIC = "kept";

    @TempDir
    Path directory;

    @Test
    void keepsRecordsAndAddressAcrossARestart() throws Exception {
        String address;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            address = kafka.bootstrap();
            write(kafka, "before");
        }

        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            assertThat(kafka.bootstrap()).isEqualTo(address);
            assertThat(read(kafka)).containsExactly("before");
        }
    }

    @Test
    void namesTheTakenPortAndGoesOnAtAnotherOnceTheRemedyIsFollowed() throws Exception {
        int port;
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            port = Integer.parseInt(kafka.bootstrap().split(":")[1]);
            write(kafka, "before");
        }

        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> EmbeddedKafka.start(directory))
                    .isInstanceOf(Obstacle.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("delete " + directory.resolve("ports.properties"));
            Files.delete(directory.resolve("ports.properties"));

            try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
                assertThat(kafka.bootstrap()).doesNotEndWith(":" + port);
                assertThat(read(kafka)).containsExactly("before");
            }
        }
    }

    @Test
    void refusesADirectoryThatAnotherOneUses() {
        try (EmbeddedKafka first = EmbeddedKafka.start(directory)) {
            assertThat(first.bootstrap()).isNotEmpty();
            assertThatThrownBy(() -> EmbeddedKafka.start(directory))
                    .isInstanceOf(Obstacle.class)
                    .hasMessageContaining(directory + " is in use by another plumbline")
                    .hasMessageContaining("--data-dir");
        }
    }

    @Test
    void refusesADirectoryThatCannotBeWritten() throws IOException {
        Path below = Files.writeString(directory.resolve("file"), "").resolve("kafka");

        assertThatThrownBy(() -> EmbeddedKafka.start(below))
                .isInstanceOf(Obstacle.class)
                .hasMessageContaining(below + " cannot be written")
                .hasMessageContaining("--data-dir");
    }

    @Test
    void refusesAPortsFileThatNamesNone() throws IOException {
        Files.writeString(directory.resolve("ports.properties"), "broker=many\n");

        assertThatThrownBy(() -> EmbeddedKafka.start(directory))
                .isInstanceOf(Obstacle.class)
                .hasMessageContaining("ports.properties names no ports");
    }

    private static void write(EmbeddedKafka kafka, String value) throws Exception {
        Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrap(), "acks", "all");
        try (Admin admin = Admin.create(client);
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }

    private static List<String> read(EmbeddedKafka kafka) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrap()), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(10)).records(partition).stream()
                    .map(ConsumerRecord::value)
                    .toList();
        }
    }
}
