package plumbline.standalone.kafka;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import plumbline.standalone.preflight.Obstacle;
import plumbline.standalone.preflight.Preflight;

/**
 * The two ports of the node, chosen once and kept with its data, so that clients find it again.
 *
 * @param file where they are kept
 */
record BrokerPorts(int broker, int controller, Path file) {
    static final String HOST = "127.0.0.1";

    /** Below the range from which operating systems lend ports to outgoing connections, so that none is lent while we are down. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    static BrokerPorts of(Path directory) {
        Path file = directory.resolve("ports.properties");
        try {
            return Files.exists(file) ? read(file) : choose(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String bootstrap() {
        return HOST + ":" + broker;
    }

    void requireFree() {
        requireFree(broker);
        requireFree(controller);
    }

    private void requireFree(int port) {
        Preflight.port(port, "the embedded Kafka", "delete " + file + " so that a free one is chosen");
    }

    private static BrokerPorts read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return new BrokerPorts(
                    Integer.parseInt(properties.getProperty("broker", "")),
                    Integer.parseInt(properties.getProperty("controller", "")),
                    file);
        } catch (IllegalArgumentException notNumbers) {
            throw new Obstacle("The file " + file + " names no ports.\nDelete it, so that free ones are chosen.");
        }
    }

    private static BrokerPorts choose(Path file) throws IOException {
        int broker = free(LOWEST);
        BrokerPorts ports = new BrokerPorts(broker, free(broker), file);
        Properties properties = new Properties();
        properties.setProperty("broker", Integer.toString(ports.broker));
        properties.setProperty("controller", Integer.toString(ports.controller));
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, "The ports of the embedded Kafka; delete this file to have new ones chosen.");
        }
        return ports;
    }

    private static int free(int except) {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
        } while (port == except || !Preflight.isFree(port));
        return port;
    }
}
