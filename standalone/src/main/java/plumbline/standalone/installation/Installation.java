package plumbline.standalone.installation;

import java.net.URI;
import plumbline.chassis.config.Closing;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.standalone.kafka.EmbeddedKafka;
import plumbline.standalone.preflight.DirectoryLock;
import plumbline.standalone.preflight.Preflight;

/** A running Plumbline: a broker and the three services, each started by its own {@code start}. */
public final class Installation implements AutoCloseable {
    private final Closing closing;

    private Installation(Closing closing) {
        this.closing = closing;
    }

    /**
     * Checks the machine, then starts everything, and returns when every service answers.
     *
     * @throws plumbline.standalone.preflight.Obstacle if something is in the way
     */
    public static Installation start(Plan plan) {
        check(plan);
        Closing closing = new Closing();
        try {
            closing.opened(DirectoryLock.take(plan.directory()));
            String bootstrap = plan.kafka()
                    .orElseGet(() -> closing.opened(EmbeddedKafka.start(plan.kafkaData()))
                            .bootstrap());
            KafkaSettings.local(bootstrap);
            return new Installation(closing);
        } catch (RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    private static void check(Plan plan) {
        Preflight.machine();
        Preflight.directory(plan.directory());
        Plan.Ports ports = plan.ports();
        Preflight.port(ports.ingest(), "the ingest service", "choose another with --ingest-port");
        Preflight.port(ports.analytics(), "the analytics service", "choose another with --analytics-port");
        Preflight.port(ports.notifier(), "the console", "choose another with --notifier-port");
    }

    /** The address of the ingest service. */
    public URI ingest() {
        return URI.create("http://localhost:8080");
    }

    /** The address of the analytics service. */
    public URI analytics() {
        return URI.create("http://localhost:8081");
    }

    /** The address of the notifier and its console. */
    public URI notifier() {
        return URI.create("http://localhost:8082");
    }

    @Override
    public void close() {
        closing.close();
    }
}
