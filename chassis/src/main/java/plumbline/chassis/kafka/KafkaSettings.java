package plumbline.chassis.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import plumbline.chassis.config.Setting;
import plumbline.chassis.config.Settings;
import plumbline.contract.topic.Topic;

/**
 * Which Kafka, and how our topics are laid out on it.
 *
 * @param bootstrap {@code HOST:PORT,...}
 * @param extra any client settings (TLS, SASL); they yield to what a service needs for its guarantees
 * @param topicPrefix stands before every topic's name; may be empty
 * @param partitions of each topic that is created
 * @param replication of each topic that is created
 */
public record KafkaSettings(
        String bootstrap, Map<String, String> extra, String topicPrefix, int partitions, int replication) {
    public static final Setting<String> BOOTSTRAP =
            Setting.text("PLUMBLINE_KAFKA_BOOTSTRAP", "localhost:9092", "Kafka brokers, `HOST:PORT,...`");
    public static final Setting<Map<String, String>> PROPERTIES = new Setting<>(
            "PLUMBLINE_KAFKA_PROPERTIES", "", "File with any Kafka client settings (TLS, SASL)", KafkaSettings::file);
    public static final Setting<String> TOPIC_PREFIX = new Setting<>(
            "PLUMBLINE_TOPIC_PREFIX", "", "Stands before every topic's name, such as `ward7-`", KafkaSettings::prefix);
    public static final Setting<Integer> PARTITIONS =
            Setting.whole("PLUMBLINE_TOPIC_PARTITIONS", 4, 1, 1_000, "Partitions of a topic when it is created");
    public static final Setting<Integer> REPLICATION = Setting.whole(
            "PLUMBLINE_TOPIC_REPLICATION", 1, 1, 9, "Replicas of a topic when it is created; 3 in a cluster");

    /** Every setting that {@link #read} reads. */
    public static final List<Setting<?>> ALL = List.of(BOOTSTRAP, PROPERTIES, TOPIC_PREFIX, PARTITIONS, REPLICATION);

    public KafkaSettings {
        extra = Map.copyOf(extra);
    }

    public static KafkaSettings read(Settings settings) {
        return new KafkaSettings(
                settings.read(BOOTSTRAP),
                settings.read(PROPERTIES),
                settings.read(TOPIC_PREFIX),
                settings.read(PARTITIONS),
                settings.read(REPLICATION));
    }

    /** A single broker at this address, with the defaults for all else. */
    public static KafkaSettings local(String bootstrap) {
        return new KafkaSettings(bootstrap, Map.of(), "", 4, 1);
    }

    /** The topic's name in this installation. */
    public String name(Topic topic) {
        return topic.name(topicPrefix);
    }

    /**
     * The settings of a client.
     *
     * @param needed what the client needs for its guarantees; overrides all else
     */
    public Map<String, Object> client(Map<String, Object> needed) {
        Map<String, Object> client = new HashMap<>(extra);
        client.put("bootstrap.servers", bootstrap);
        client.putAll(needed);
        return client;
    }

    private static Map<String, String> file(String path) {
        if (path.isBlank()) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(path))) {
            properties.load(reader);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "names " + path + ", which cannot be read; name a readable properties file");
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    private static String prefix(String text) {
        if (text.matches("[a-z0-9-]{0,40}")) {
            return text;
        }
        throw new IllegalArgumentException("must be at most 40 of a-z 0-9 and -");
    }
}
