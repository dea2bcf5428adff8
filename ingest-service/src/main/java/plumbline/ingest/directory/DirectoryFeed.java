package plumbline.ingest.directory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.chassis.http.Readiness;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.json.Json;
import plumbline.contract.json.ProfileReader;
import plumbline.contract.json.ProfileReading;
import plumbline.contract.patient.Erased;
import plumbline.contract.topic.Topic;

/**
 * Reads the directory's topic and the acknowledgements of erasures from the beginning, on a thread of its own, which waits for Kafka
 * where that is away. The partitions are those of the start.
 */
public final class DirectoryFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryFeed.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final int ANSWER_MS = 2_000;
    private static final String PART = "directory";

    private final KafkaSettings settings;
    private final Directory directory;
    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "directory-feed");
    private volatile Readiness readiness = Readiness.of(PART, false, "waiting for Kafka");

    private DirectoryFeed(KafkaSettings settings, Directory directory, Consumer<String, byte[]> consumer) {
        this.settings = settings;
        this.directory = directory;
        this.consumer = consumer;
    }

    /** Starts to read. */
    public static DirectoryFeed start(KafkaSettings settings, Directory directory) {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                settings.client(Map.of(
                        "client.id", "plumbline-directory",
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest",
                        "default.api.timeout.ms", ANSWER_MS,
                        "request.timeout.ms", ANSWER_MS / 2)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        DirectoryFeed feed = new DirectoryFeed(settings, directory, consumer);
        feed.thread.setDaemon(true);
        feed.thread.start();
        return feed;
    }

    /** Ready when all that was there at the start has been read. */
    public Readiness readiness() {
        return readiness;
    }

    private void run() {
        try (consumer) {
            while (closed.getCount() > 0) {
                step();
            }
        } catch (WakeupException | InterruptException closing) {
            LOG.debug("event=directory-feed-closing");
        }
    }

    /** Kafka's absence is not the end of reading: what was begun is begun again. */
    private void step() {
        try {
            if (ends.isEmpty()) {
                begin();
            } else {
                consumer.poll(POLL).forEach(this::take);
                if (!directory.isComplete() && isRead()) {
                    directory.complete();
                    readiness = Readiness.of(PART, true, "up to date");
                    LOG.info("event=directory-complete");
                }
            }
        } catch (WakeupException | InterruptException closing) {
            throw closing;
        } catch (KafkaException away) {
            LOG.debug("event=directory-feed-waits", away);
            pause();
        }
    }

    private void begin() {
        Map<TopicPartition, Long> found = new HashMap<>();
        Stream.of(Topic.PATIENTS, Topic.ERASURES)
                .flatMap(topic -> consumer.partitionsFor(settings.name(topic)).stream())
                .forEach(part -> found.put(new TopicPartition(part.topic(), part.partition()), 0L));
        if (found.keySet().stream().map(TopicPartition::topic).distinct().count() < 2) {
            pause();
            return;
        }
        consumer.assign(found.keySet());
        consumer.seekToBeginning(found.keySet());
        found.putAll(consumer.endOffsets(found.keySet()));
        ends.putAll(found);
        readiness = Readiness.of(PART, false, "restoring");
    }

    private boolean isRead() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        byte[] value = record.value();
        if (key == null) {
            return;
        }
        if (record.topic().equals(settings.name(Topic.ERASURES))) {
            acknowledge(record);
        } else if (value == null) {
            Header header = record.headers().lastHeader(Erased.HEADER);
            String erasure = header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
            directory.erase(key, erasure, Instant.ofEpochMilli(record.timestamp()), record.offset());
        } else if (ProfileReader.read(value) instanceof ProfileReading.Good good) {
            directory.list(good.profile(), record.offset());
        } else {
            unreadable(record);
        }
    }

    private void acknowledge(ConsumerRecord<String, byte[]> record) {
        try {
            directory.acknowledge(Json.read(record.value(), Erased.class));
        } catch (java.io.IOException | IllegalArgumentException | NullPointerException broken) {
            unreadable(record);
        }
    }

    private static void unreadable(ConsumerRecord<String, byte[]> record) {
        LOG.warn(
                "event=directory-record-unreadable topic={} partition={} offset={}",
                record.topic(),
                record.partition(),
                record.offset());
    }

    private void pause() {
        try {
            closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException closing) {
            throw new InterruptException(closing);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        consumer.wakeup();
        try {
            thread.join(GRACE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
