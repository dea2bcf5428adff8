package plumbline.standalone.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.delivery.Notification;
import plumbline.contract.finding.Finding;
import plumbline.contract.json.Json;
import plumbline.contract.patient.PatientProfile;
import plumbline.contract.topic.Topic;
import plumbline.standalone.recording.History.Kept;
import plumbline.standalone.recording.History.Published;

/** Reads along what is committed to the topics. */
final class Tape implements AutoCloseable {
    private static final List<Topic> TOPICS = List.of(
            Topic.FINDINGS,
            Topic.PATIENTS,
            Topic.ALERTS,
            Topic.ALERT_HISTORY,
            Topic.NOTIFICATIONS_URGENT,
            Topic.NOTIFICATIONS_ROUTINE,
            Topic.NOTIFICATIONS_NUDGE,
            Topic.DELIVERIES);

    private final KafkaSettings kafka;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<Object> facts = new ArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread = new Thread(this::run, "tape");

    private Tape(KafkaSettings kafka) {
        this.kafka = kafka;
        this.consumer = consumer(kafka);
    }

    static Tape start(KafkaSettings kafka) {
        Tape tape = new Tape(kafka);
        tape.consumer.assign(partitions(tape.consumer, TOPICS.stream().map(kafka::name)));
        tape.consumer.seekToBeginning(tape.consumer.assignment());
        tape.thread.start();
        return tape;
    }

    /** All so far. */
    synchronized List<Object> facts() {
        return List.copyOf(facts);
    }

    /** All so far of one kind. */
    <T> Stream<T> all(Class<T> kind) {
        return facts().stream().filter(kind::isInstance).map(kind::cast);
    }

    <T> long count(Class<T> kind, Predicate<T> which) {
        return all(kind).filter(which).count();
    }

    private void run() {
        while (!stopped.get()) {
            take();
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            take();
        }
    }

    private void take() {
        List<Object> read = new ArrayList<>();
        consumer.poll(Duration.ofMillis(50)).forEach(record -> read.add(decode(record)));
        synchronized (this) {
            facts.addAll(read);
        }
    }

    private Object decode(ConsumerRecord<String, byte[]> record) {
        String topic = record.topic().substring(kafka.topicPrefix().length());
        try {
            if (topic.equals(Topic.FINDINGS.name(""))) {
                return Json.read(record.value(), Finding.class);
            }
            if (topic.equals(Topic.PATIENTS.name(""))) {
                return Json.read(record.value(), PatientProfile.class);
            }
            if (topic.equals(Topic.ALERTS.name(""))) {
                String event = new String(record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8);
                Instant at = Instant.ofEpochMilli(record.timestamp());
                return new Published(Json.read(record.value(), Alert.class), at, event);
            }
            if (topic.equals(Topic.ALERT_HISTORY.name(""))) {
                return Json.read(record.value(), AlertEntry.class);
            }
            return topic.equals(Topic.DELIVERIES.name(""))
                    ? Json.read(record.value(), DeliveryReport.class)
                    : Json.read(record.value(), Notification.class);
        } catch (IOException e) {
            throw new UncheckedIOException(topic, e);
        }
    }

    /** Reads what is left, once nobody writes any more. */
    List<Object> finish() {
        stopped.set(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return facts();
    }

    /** The alerts in the state of casework, as its changelog would restore it. */
    List<Kept> state() {
        Map<String, byte[]> cases = new LinkedHashMap<>();
        try (KafkaConsumer<String, byte[]> reader = consumer(kafka)) {
            reader.assign(partitions(reader, Stream.of(kafka.topicPrefix() + "notifier-casework-cases-changelog")));
            reader.seekToBeginning(reader.assignment());
            Map<TopicPartition, Long> ends = reader.endOffsets(reader.assignment());
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                reader.poll(Duration.ofMillis(50)).forEach(record -> cases.put(record.key(), record.value()));
            }
        }
        return cases.values().stream().flatMap(Tape::alerts).toList();
    }

    private static Stream<Kept> alerts(byte[] file) {
        List<Kept> kept = new ArrayList<>();
        try {
            for (var episode : Json.mapper().readTree(file).path("episodes")) {
                if (!episode.path("alert").isMissingNode()
                        && !episode.path("alert").isNull()) {
                    kept.add(new Kept(Json.mapper().treeToValue(episode.path("alert"), Alert.class)));
                }
            }
            return kept.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Stream<String> topics) {
        return topics.flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
    }

    private static KafkaConsumer<String, byte[]> consumer(KafkaSettings kafka) {
        return new KafkaConsumer<>(
                kafka.client(Map.of("isolation.level", "read_committed", "enable.auto.commit", false)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        finish();
        consumer.close();
    }
}
