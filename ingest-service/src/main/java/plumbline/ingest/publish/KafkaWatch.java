package plumbline.ingest.publish;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.chassis.kafka.Topics;
import plumbline.contract.topic.Topic;

/**
 * Looks every second whether Kafka answers and has our topics, creates those that are missing, and keeps the producer's knowledge of
 * them fresh, so that no sender ever waits for it. That Kafka is away is known within three seconds.
 */
final class KafkaWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final int ANSWER_MS = 2_000;
    private static final String REACHABLE = "reachable";
    private static final String UNREACHABLE = "unreachable";

    private final KafkaSettings settings;
    private final List<String> topics;
    private final Admin admin;
    private final Producer<?, ?> producer;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile String state = "connecting";

    private KafkaWatch(KafkaSettings settings, Producer<?, ?> producer) {
        this.settings = settings;
        this.topics = Stream.of(Topic.values())
                .filter(topic -> topic.owner() == Topic.Owner.INGEST)
                .map(settings::name)
                .toList();
        this.producer = producer;
        this.admin = Admin.create(settings.client(Map.of(
                AdminClientConfig.CLIENT_ID_CONFIG,
                "plumbline-ingest-watch",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWER_MS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                ANSWER_MS / 2,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                500)));
        this.thread = new Thread(this::watch, "kafka-watch");
        this.thread.setDaemon(true);
    }

    /** Looks once, and then every second. */
    static KafkaWatch start(KafkaSettings settings, Producer<?, ?> producer) {
        KafkaWatch watch = new KafkaWatch(settings, producer);
        watch.look();
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (!closed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isReachable() {
        return state.equals(REACHABLE);
    }

    String state() {
        return state;
    }

    /** Takes Kafka as away until the next look. */
    void suspect() {
        become(UNREACHABLE);
    }

    private void look() {
        try {
            if (areTopicsMissing()) {
                try (Topics creation = new Topics(settings)) {
                    creation.create(Topic.Owner.INGEST);
                }
            }
            topics.forEach(this::learn);
            become(REACHABLE);
        } catch (ExecutionException | TimeoutException | RuntimeException away) {
            become(UNREACHABLE);
            LOG.debug("event=kafka-look-failed", away);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the producer learn a topic; a new one may take a moment to be known everywhere. */
    private void learn(String topic) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWER_MS);
        while (true) {
            try {
                producer.partitionsFor(topic);
                return;
            } catch (org.apache.kafka.common.errors.TimeoutException unknown) {
                if (System.nanoTime() > end) {
                    throw unknown;
                }
            }
        }
    }

    private boolean areTopicsMissing() throws InterruptedException, ExecutionException, TimeoutException {
        try {
            admin.describeTopics(topics).allTopicNames().get(ANSWER_MS, TimeUnit.MILLISECONDS);
            return false;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return true;
            }
            throw failed;
        }
    }

    private synchronized void become(String next) {
        if (!next.equals(state)) {
            LOG.info("event=kafka-{} bootstrap={}", next, settings.bootstrap());
            state = next;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        admin.close(Duration.ofSeconds(1));
    }
}
