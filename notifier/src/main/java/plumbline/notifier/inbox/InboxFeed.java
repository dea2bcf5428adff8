package plumbline.notifier.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
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
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.json.Json;
import plumbline.contract.topic.Topic;

/**
 * Reads all partitions of alerts and their history into the inbox, from the beginning, on a thread of its own. Only what was committed
 * is read. The partitions are those of the start.
 */
public final class InboxFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InboxFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final String PART = "inbox";

    private final Inbox inbox;
    private final Consumer<String, byte[]> consumer;
    private final String alerts;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private final Thread thread = new Thread(this::run, "inbox-feed");
    private volatile boolean closing;
    private volatile Readiness readiness = Readiness.of(PART, false, "starting");

    InboxFeed(Inbox inbox, Consumer<String, byte[]> consumer, String alerts, String history) {
        this.inbox = inbox;
        this.consumer = consumer;
        this.alerts = alerts;
        Stream.of(alerts, history)
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .forEach(part -> ends.put(new TopicPartition(part.topic(), part.partition()), 0L));
        if (ends.isEmpty()) {
            throw new StartFailure("Kafka shows no partition of " + alerts + "; start again once it does");
        }
    }

    /** Starts to read; the topics must exist. */
    public static InboxFeed start(KafkaSettings kafka, Inbox inbox) {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                kafka.client(Map.of(
                        "client.id", "plumbline-inbox",
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "auto.offset.reset", "earliest")),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        InboxFeed feed = new InboxFeed(inbox, consumer, kafka.name(Topic.ALERTS), kafka.name(Topic.ALERT_HISTORY));
        feed.thread.start();
        return feed;
    }

    /** Ready when all that was there at the start has been read; red again when reading ended for good. */
    public Readiness readiness() {
        return readiness;
    }

    void run() {
        try (consumer) {
            consumer.assign(ends.keySet());
            ends.putAll(consumer.endOffsets(ends.keySet()));
            consumer.seekToBeginning(ends.keySet());
            while (!closing) {
                consumer.poll(POLL).forEach(this::take);
                if (!inbox.isComplete()) {
                    progress();
                }
            }
        } catch (WakeupException wakeup) {
            LOG.debug("event=inbox-feed-closing");
        } catch (KafkaException failure) {
            readiness = Readiness.of(PART, false, "stopped reading from Kafka; see the log and restart");
            LOG.error("event=inbox-feed-failed", failure);
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
            inbox.complete();
            readiness = Readiness.of(PART, true, "up to date");
            LOG.info("event=inbox-complete records={}", total);
        } else {
            readiness = Readiness.of(PART, false, "restoring, " + 100 * (total - left) / total + " %");
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        try {
            boolean isAlert = record.topic().equals(alerts);
            if (record.value() == null && isAlert) {
                inbox.remove(Topic.alertOf(record.key()));
            } else if (record.value() == null) {
                inbox.remove(Topic.alertOf(record.key()), Topic.sequenceOf(record.key()));
            } else if (!isAlert) {
                inbox.apply(Json.read(record.value(), AlertEntry.class));
            } else {
                inbox.apply(Json.read(record.value(), Alert.class), record.partition(), record.offset());
            }
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException unreadable) {
            LOG.warn(
                    "event=inbox-record-unreadable topic={} partition={} offset={} reason={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    unreadable.getClass().getSimpleName());
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
