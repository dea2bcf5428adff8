package plumbline.standalone.installation;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a whole Plumbline is to be started with.
 *
 * @param directory where the broker and the services keep their data
 * @param publicKeys the JWKS by which the services check tokens, where the environment names no other
 * @param kafka {@code HOST:PORT,...} of somebody else's Kafka; absent for an embedded one
 * @param environment further settings of the services, as they read them when alone
 */
public record Plan(
        Path directory, Path publicKeys, Optional<String> kafka, Ports ports, Map<String, String> environment) {

    public Plan {
        environment = Map.copyOf(environment);
    }

    /** Where the services listen; 0 for any free port. */
    public record Ports(int ingest, int analytics, int notifier) {
        /** Any free ports. */
        public static final Ports ANY = new Ports(0, 0, 0);
    }

    Path kafkaData() {
        return directory.resolve("kafka");
    }

    Path state(String service) {
        return directory.resolve("state").resolve(service);
    }
}
