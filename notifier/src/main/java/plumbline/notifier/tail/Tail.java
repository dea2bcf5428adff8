package plumbline.notifier.tail;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.chassis.config.StartFailure;
import plumbline.chassis.http.Readiness;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.topic.Topic;

/**
 * Reads all partitions of some topics from the beginning, on a thread of its own. Only what was committed is read. The partitions are
 * those of the start.
 */
public final class Tail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final String part;
    private final Consumer<String, byte[]> consumer;
    private final Reader reader;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Thread thread;
    private boolean complete;
    private volatile boolean closing;
    private volatile Readiness readiness;

    /** What is done with the records; called on one thread. */
    public interface Reader {
        void take(ConsumerRecord<String, byte[]> record);

        /** All that was there at the start has been taken. */
        default void complete() {}
    }

    /**
     * Wires.
     *
     * @param part the name under which it tells its readiness
     * @throws StartFailure if a topic has no partition
     */
    public Tail(String part, Consumer<String, byte[]> consumer, List<String> topics, Reader reader) {
        this.part = part;
        this.consumer = consumer;
        this.reader = reader;
        this.thread = new Thread(this::run, part + "-feed");
        this.readiness = Readiness.of(part, false, "starting");
        topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .forEach(found -> ends.put(new TopicPartition(found.topic(), found.partition()), 0L));
        if (ends.isEmpty()) {
            throw new StartFailure("Kafka shows no partition of " + topics.get(0) + "; start again once it does");
        }
    }

    /** Starts to read; the topics must exist. */
    public static Tail start(KafkaSettings kafka, String part, List<Topic> topics, Reader reader) {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                kafka.client(Map.of(
                        "client.id", "plumbline-" + part,
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        Tail tail = new Tail(part, consumer, topics.stream().map(kafka::name).toList(), reader);
        tail.thread.start();
        return tail;
    }

    /** Ready when all that was there at the start has been read; red again when reading ended for good. */
    public Readiness readiness() {
        return readiness;
    }

    /** Reads until it is closed. */
    public void run() {
        try (consumer) {
            consumer.assign(ends.keySet());
            ends.putAll(consumer.endOffsets(ends.keySet()));
            consumer.seekToBeginning(ends.keySet());
            while (!closing) {
                consumer.poll(POLL).forEach(reader::take);
                if (!complete) {
                    progress();
                }
            }
        } catch (WakeupException wakeup) {
            LOG.debug("event=feed-closing part={}", part);
        } catch (KafkaException failure) {
            readiness = Readiness.of(part, false, "stopped reading from Kafka; see the log and restart");
            LOG.error("event=feed-failed part={}", part, failure);
        }
    }

    private void progress() {
        long total = 0;
        long left = 0;
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
            total += end.getValue();
            left += Math.max(0, end.getValue() - consumer.position(end.getKey()));
        }
        if (left == 0) {
            complete = true;
            reader.complete();
            readiness = Readiness.of(part, true, "up to date");
            LOG.info("event={}-complete records={}", part, total);
        } else {
            readiness = Readiness.of(part, false, "restoring, " + 100 * (total - left) / total + " %");
        }
    }

    @Override
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            thread.join(GRACE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
