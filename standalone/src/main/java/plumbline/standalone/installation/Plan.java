package plumbline.standalone.installation;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a whole Plumbline is to be started with.
 *
 * @param directory where the broker, the services and the log keep their data
 * @param publicKeys the JWKS by which the services check tokens
 * @param kafka {@code HOST:PORT,...} of somebody else's Kafka; absent for an embedded one
 */
public record Plan(Path directory, Path publicKeys, Optional<String> kafka, Ports ports) {

    /** Where the services listen; 0 for any free port. */
    public record Ports(int ingest, int analytics, int notifier) {}

    Path kafkaData() {
        return directory.resolve("kafka");
    }

    Path state(String service) {
        return directory.resolve("state").resolve(service);
    }
}
