package plumbline.standalone.kafka;

import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import plumbline.standalone.preflight.DirectoryLock;
import plumbline.standalone.preflight.Obstacle;

/** One Kafka node, broker and controller in one, on the loopback address, with its data and its ports kept in a directory. */
public final class EmbeddedKafka implements AutoCloseable {
    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final String bootstrap;

    private EmbeddedKafka(DirectoryLock lock, KafkaRaftServer server, String bootstrap) {
        this.lock = lock;
        this.server = server;
        this.bootstrap = bootstrap;
    }

    /**
     * Starts the node on what the directory holds, and prepares the directory when it is new. Returns when clients can connect.
     *
     * @throws Obstacle if the directory cannot be written or is in use, or one of its ports is taken
     */
    public static EmbeddedKafka start(Path directory) {
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            BrokerPorts ports = BrokerPorts.of(directory);
            ports.requireFree();
            KafkaConfig config = new KafkaConfig(BrokerSettings.of(directory, ports), false);
            BrokerStorage.formatOnce(directory);
            return new EmbeddedKafka(lock, run(config), ports.bootstrap());
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static KafkaRaftServer run(KafkaConfig config) {
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            server.shutdown();
            server.awaitShutdown();
            throw e;
        }
    }

    /** Where clients find it: {@code HOST:PORT}. */
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        lock.close();
    }
}
