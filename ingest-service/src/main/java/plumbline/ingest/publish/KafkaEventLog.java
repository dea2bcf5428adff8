package plumbline.ingest.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import plumbline.chassis.config.StartFailure;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.json.EventWriter;
import plumbline.contract.topic.Topic;

/**
 * Stores events in Kafka: keyed by patient, acknowledged by all replicas that are in sync. The calling thread waits at most a tenth of
 * a second per request, and only when Kafka went away since the last look or the buffer is full.
 */
public final class KafkaEventLog implements EventLog {
    private static final Duration CLOSE = Duration.ofSeconds(3);

    private final KafkaSettings settings;
    private final Producer<String, byte[]> producer;
    private final KafkaWatch watch;

    private KafkaEventLog(KafkaSettings settings, Producer<String, byte[]> producer, KafkaWatch watch) {
        this.settings = settings;
        this.producer = producer;
        this.watch = watch;
    }

    /**
     * Opens the log and looks for Kafka once; where it is away, goes on looking in the background and creates the topics when it comes.
     *
     * @throws StartFailure if the settings cannot be used
     */
    public static KafkaEventLog open(KafkaSettings settings) {
        try {
            Producer<String, byte[]> producer = new KafkaProducer<>(
                    settings.client(producerSettings()), new StringSerializer(), new ByteArraySerializer());
            return new KafkaEventLog(settings, producer, KafkaWatch.start(settings, producer));
        } catch (KafkaException unusable) {
            throw new StartFailure(
                    "The Kafka client cannot be set up (" + reason(unusable) + "); check "
                            + KafkaSettings.BOOTSTRAP.name() + " and " + KafkaSettings.PROPERTIES.name(),
                    unusable);
        }
    }

    private static String reason(KafkaException failure) {
        return String.valueOf(
                failure.getCause() == null
                        ? failure.getMessage()
                        : failure.getCause().getMessage());
    }

    private static Map<String, Object> producerSettings() {
        Map<String, Object> needed = new HashMap<>();
        needed.put(ProducerConfig.CLIENT_ID_CONFIG, "plumbline-ingest");
        needed.put(ProducerConfig.ACKS_CONFIG, "all");
        needed.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        needed.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        needed.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024);
        needed.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        needed.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 96L * 1024 * 1024);
        // A request is answered within two seconds, so a record that needs longer is of no use to it.
        needed.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 1_500);
        needed.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 1_000);
        // Topics are known from the watch; this is only for the moment in which they are forgotten.
        needed.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 100);
        needed.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return needed;
    }

    Producer<String, byte[]> producer() {
        return producer;
    }

    /** One line on whether Kafka is there, for readiness. */
    public String state() {
        return watch.state();
    }

    @Override
    public boolean isReachable() {
        return watch.isReachable();
    }

    @Override
    public void append(List<Event> events, Instant acceptedAt, Receipt receipt) {
        for (int i = 0; i < events.size(); i++) {
            if (!send(events.get(i), acceptedAt, i, receipt)) {
                // Kafka takes nothing now: to wait for each of the others, here or in later requests, would hold
                // network threads.
                watch.suspect();
                for (int rest = i + 1; rest < events.size(); rest++) {
                    receipt.lost(rest, ErrorCode.NOT_STORED);
                }
                return;
            }
        }
    }

    /** Whether Kafka's client took the event on; its receipt comes in any case. */
    private boolean send(Event event, Instant acceptedAt, int position, Receipt receipt) {
        Topic topic = event instanceof PainReport ? Topic.PAIN_REPORTS : Topic.ACTIVITY_BOUTS;
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                settings.name(topic), null, acceptedAt.toEpochMilli(), event.patient(), EventWriter.write(event));
        Future<?> sent;
        try {
            sent = producer.send(record, (stored, failure) -> {
                if (failure == null) {
                    receipt.stored(position);
                } else {
                    receipt.lost(position, code(failure));
                }
            });
        } catch (KafkaException | IllegalStateException closed) {
            receipt.lost(position, ErrorCode.NOT_STORED);
            return false;
        }
        return !isRefused(sent);
    }

    private static ErrorCode code(Exception failure) {
        return failure instanceof RecordTooLargeException ? ErrorCode.EVENT_TOO_LARGE : ErrorCode.NOT_STORED;
    }

    private static boolean isRefused(Future<?> sent) {
        if (!sent.isDone()) {
            return false;
        }
        try {
            sent.get();
            return false;
        } catch (ExecutionException refused) {
            return !(refused.getCause() instanceof RecordTooLargeException);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        watch.close();
        producer.close(CLOSE);
    }
}
