package plumbline.notifier.topology;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.Stores;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.delivery.Lane;
import plumbline.contract.topic.Topic;
import plumbline.notifier.casework.Casework;

/** The one stage of casework: all that concerns a patient comes in by the patient's partition, and goes out. */
public final class CaseworkTopology {
    static final String CASES = "cases";
    static final String DUE = "due";
    static final String TEAMS = "care-teams";
    static final String ALERTS = "alerts";
    static final String HISTORY = "alert-history";
    static final String HISTORIES = "histories";
    static final String ERASURES = "erasures";

    private static final String PROCESSOR = "casework";

    private CaseworkTopology() {}

    /** Wires the stage; state, output and input offsets are committed together by whoever runs it. */
    public static Topology build(KafkaSettings kafka, Casework casework, CaseworkMetrics metrics, InstantSource clock) {
        Topology topology = new Topology();
        for (Source source : Source.values()) {
            topology.addSource(
                    source.nodeName(),
                    new StringDeserializer(),
                    new ByteArrayDeserializer(),
                    kafka.name(source.topic()));
        }
        Source[] sources = Source.values();
        String[] parents = new String[sources.length];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = sources[i].nodeName();
        }
        topology.addProcessor(
                PROCESSOR, () -> new CaseworkProcessor(new Decoding(kafka), casework, metrics, clock), parents);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(CASES), Serdes.String(), Serdes.ByteArray()),
                PROCESSOR);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(DUE), Serdes.Bytes(), Serdes.ByteArray()),
                PROCESSOR);
        topology.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(HISTORIES), Serdes.String(), Serdes.Long()),
                PROCESSOR);
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(TEAMS), Serdes.String(), Serdes.ByteArray())
                        .withLoggingDisabled(),
                "care-teams-source",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                kafka.name(Topic.CARE_TEAMS),
                "care-teams-copy",
                TeamStore.Copy::new);
        sinkByPatient(topology, ALERTS, kafka.name(Topic.ALERTS));
        sinkByPatient(topology, HISTORY, kafka.name(Topic.ALERT_HISTORY));
        sink(topology, ERASURES, kafka.name(Topic.ERASURES));
        for (Lane lane : Lane.values()) {
            sink(topology, sinkOf(lane), kafka.name(lane.topic()));
        }
        return topology;
    }

    private static void sinkByPatient(Topology topology, String name, String topic) {
        topology.addSink(name, topic, new StringSerializer(), new ByteArraySerializer(), byPatient(), PROCESSOR);
    }

    private static void sink(Topology topology, String name, String topic) {
        topology.addSink(name, topic, new StringSerializer(), new ByteArraySerializer(), PROCESSOR);
    }

    /** The node by which a lane's commands go out. */
    static String sinkOf(Lane lane) {
        return "notifications-" + lane.code();
    }

    /** An alert, or an entry of its history, goes to the partition that a record keyed by its patient alone goes to. */
    static StreamPartitioner<String, byte[]> byPatient() {
        StringSerializer serializer = new StringSerializer();
        return (topic, key, value, partitions) -> {
            byte[] patient = serializer.serialize(topic, Topic.patientOf(key));
            return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(patient)) % partitions));
        };
    }
}
