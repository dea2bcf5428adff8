package plumbline.standalone.kafka;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import plumbline.standalone.preflight.Obstacle;

/** The log directory of the node: written once in Kafka's format with an identity of its own, and never again. */
final class BrokerStorage {
    static final int NODE = 1;

    private BrokerStorage() {}

    static Path logs(Path directory) {
        return directory.resolve("logs");
    }

    static void formatOnce(Path directory) {
        String logs = logs(directory).toString();
        if (Files.exists(logs(directory).resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setMetadataLogDirectory(logs)
                    .addDirectory(logs)
                    .run();
        } catch (Exception e) {
            throw new Obstacle("The directory " + logs + " cannot be prepared for Kafka: " + e.getMessage()
                    + "\nIs its disk full or read-only? Free it, or name another with --data-dir.");
        }
    }
}
