package plumbline.chassis.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.chassis.config.StartFailure;
import plumbline.contract.topic.Topic;

/** Creates the topics that a service owns, and waits for those that others own. Existing topics are left as they are. */
public final class Topics implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String DAY = Long.toString(Duration.ofDays(1).toMillis());

    /** A reader that was away for less sees that a key was deleted; one that missed it would keep what was erased. */
    private static final String DELETION_SEEN =
            Long.toString(Duration.ofDays(30).toMillis());

    private final KafkaSettings settings;
    private final Admin admin;

    public Topics(KafkaSettings settings) {
        this.settings = settings;
        this.admin = Admin.create(settings.client(Map.of(
                "client.id",
                "plumbline-topics",
                "default.api.timeout.ms",
                (int) ANSWER.toMillis(),
                "request.timeout.ms",
                (int) ANSWER.toMillis() / 2)));
    }

    /**
     * Creates what this owner's service writes and what is not there yet, and returns when clients can use it.
     *
     * @throws StartFailure if Kafka does not answer or refuses
     */
    public void create(Topic.Owner owner) {
        List<Topic> own = Stream.of(Topic.values())
                .filter(topic -> topic.owner() == owner)
                .toList();
        admin.createTopics(own.stream().map(this::describe).toList()).values().forEach((name, created) -> {
            try {
                created.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
                LOG.info("event=topic-created topic={} partitions={}", name, settings.partitions());
            } catch (ExecutionException refused) {
                if (!(refused.getCause() instanceof TopicExistsException)) {
                    throw unreachable("create topic " + name, refused);
                }
            } catch (InterruptedException | TimeoutException late) {
                throw unreachable("create topic " + name, late);
            }
        });
        await(own, ANSWER);
    }

    /**
     * Waits until the topics exist, which other services create.
     *
     * @throws StartFailure if they do not within the time
     */
    public void await(Collection<Topic> topics, Duration atMost) {
        List<String> names = topics.stream().map(settings::name).toList();
        long end = System.nanoTime() + atMost.toNanos();
        List<String> missing = missing(names);
        while (!missing.isEmpty()) {
            if (System.nanoTime() >= end) {
                throw new StartFailure("Kafka has no topic " + String.join(", ", missing)
                        + "; start the service that creates it, or check " + KafkaSettings.TOPIC_PREFIX.name());
            }
            pause();
            missing = missing(names);
        }
    }

    /** Those that Kafka does not know yet, or of which some partition has no leader yet: a client could not use them. */
    private List<String> missing(List<String> names) {
        List<String> missing = new ArrayList<>();
        admin.describeTopics(names).topicNameValues().forEach((name, described) -> {
            try {
                TopicDescription topic = described.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
                if (topic.partitions().stream().anyMatch(partition -> partition.leader() == null)) {
                    missing.add(name);
                }
            } catch (ExecutionException failure) {
                if (!(failure.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw unreachable("describe topic " + name, failure);
                }
                missing.add(name);
            } catch (InterruptedException | TimeoutException silent) {
                throw unreachable("describe topic " + name, silent);
            }
        });
        return missing;
    }

    private NewTopic describe(Topic topic) {
        Map<String, String> config = new HashMap<>();
        // What is over or erased leaves the disk at most a day later: only closed segments are cleaned.
        config.put(TopicConfig.SEGMENT_MS_CONFIG, DAY);
        topic.retention()
                .ifPresentOrElse(
                        time -> config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.toMillis())), () -> {
                            config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
                            config.put(TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, DAY);
                            config.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, DELETION_SEEN);
                        });
        config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(Math.max(1, settings.replication() - 1)));
        return new NewTopic(settings.name(topic), settings.partitions(), (short) settings.replication())
                .configs(config);
    }

    private StartFailure unreachable(String what, Throwable cause) {
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return new StartFailure(
                "Kafka at " + settings.bootstrap() + " did not " + what + " (" + cause.getMessage()
                        + "); is it running, and is " + KafkaSettings.BOOTSTRAP.name() + " right?",
                cause);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while waiting for topics", interrupted);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
