package plumbline.standalone.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The settings of a single node that shares its JVM: few threads, small buffers, every topic made by the service that owns it. */
final class BrokerSettings {
    static final String CONTROLLER = "CONTROLLER";

    private static final String ONE = "1";

    private BrokerSettings() {}

    static Map<String, String> of(Path directory, BrokerPorts ports) {
        Map<String, String> settings = new HashMap<>();
        identity(settings, directory, ports);
        alone(settings);
        small(settings);
        return settings;
    }

    private static void identity(Map<String, String> settings, Path directory, BrokerPorts ports) {
        String controller = BrokerPorts.HOST + ":" + ports.controller();
        settings.put("node.id", Integer.toString(BrokerStorage.NODE));
        settings.put("process.roles", "broker,controller");
        settings.put("listeners", "BROKER://" + ports.bootstrap() + "," + CONTROLLER + "://" + controller);
        settings.put("listener.security.protocol.map", "BROKER:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", "BROKER");
        settings.put("controller.listener.names", CONTROLLER);
        // A static quorum keeps no address in the metadata, so the ports may change between starts.
        settings.put("controller.quorum.voters", BrokerStorage.NODE + "@" + controller);
        settings.put("log.dirs", BrokerStorage.logs(directory).toString());
        settings.put("auto.create.topics.enable", "false");
    }

    private static void alone(Map<String, String> settings) {
        settings.put("default.replication.factor", ONE);
        settings.put("offsets.topic.replication.factor", ONE);
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", ONE);
        settings.put("transaction.state.log.min.isr", ONE);
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", ONE);
        settings.put("share.coordinator.state.topic.min.isr", ONE);
        settings.put("share.coordinator.state.topic.num.partitions", ONE);
        settings.put("group.initial.rebalance.delay.ms", "0");
    }

    private static void small(Map<String, String> settings) {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", "4194304");
        settings.put("log.cleaner.io.buffer.size", "262144");
        settings.put("log.segment.bytes", "67108864");
        settings.put("log.index.size.max.bytes", "1048576");
        settings.put("metric.reporters", "");
    }
}
