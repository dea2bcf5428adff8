package plumbline.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import plumbline.standalone.kafka.EmbeddedKafka;

/**
 * One broker for all integration tests of a JVM: the embedded one, or with {@code -Dplumbline.test.kafka=container} Kafka's official
 * image. Tests keep apart by topic prefixes.
 */
public final class TestBroker {
    private static final String IMAGE = "apache/kafka:4.2.2";

    private TestBroker() {}

    /** Where it is; skips the test where a container is wanted and no Docker answers. */
    public static String bootstrap() {
        if (!System.getProperty("plumbline.test.kafka", "embedded").equals("container")) {
            return Embedded.BROKER.bootstrap();
        }
        Assumptions.assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "plumbline.test.kafka=container, but no Docker answers: start Docker, or leave the property out");
        return Container.BROKER.getBootstrapServers();
    }

    private static final class Embedded {
        static final EmbeddedKafka BROKER = start();

        private static EmbeddedKafka start() {
            try {
                Path directory = Files.createTempDirectory("plumbline-kafka");
                EmbeddedKafka broker = EmbeddedKafka.start(directory);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker, directory)));
                return broker;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedKafka broker, Path directory) {
            broker.close();
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Container {
        static final KafkaContainer BROKER = start();

        private static KafkaContainer start() {
            KafkaContainer container = new KafkaContainer(IMAGE).withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
            container.start();
            return container;
        }
    }
}
