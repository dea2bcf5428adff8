package plumbline.analytics.topology;

import java.time.InstantSource;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.StoreBuilder;
import plumbline.analytics.fold.PatientFold;
import plumbline.contract.topic.Topic;

/** Events and the directory in, findings and what is put aside out. Every name is ours, so that state survives an upgrade. */
public final class AnalyticsTopology {
    static final String FINDINGS = "findings";
    static final String QUARANTINE = "quarantine";
    static final String ERASURES = "erasures";

    private static final String EVENTS = "events";
    private static final String DIRECTORY = "directory";
    private static final String PATIENT = "patient";

    private AnalyticsTopology() {}

    /**
     * The topology.
     *
     * @param topicName the name of a topic in this installation
     */
    public static Topology build(
            Function<Topic, String> topicName, PatientFold fold, InstantSource clock, Tally tally) {
        String directory = topicName.apply(Topic.PATIENTS);
        Topology topology = new Topology()
                .addSource(
                        AutoOffsetReset.earliest(),
                        EVENTS,
                        new AcceptanceTime(clock),
                        new StringDeserializer(),
                        new ByteArrayDeserializer(),
                        topicName.apply(Topic.PAIN_REPORTS),
                        topicName.apply(Topic.ACTIVITY_BOUTS))
                .addSource(
                        AutoOffsetReset.earliest(),
                        DIRECTORY,
                        new AcceptanceTime(clock),
                        new StringDeserializer(),
                        new ByteArrayDeserializer(),
                        directory)
                .addProcessor(PATIENT, () -> new PatientProcessor(fold, clock, tally, directory), EVENTS, DIRECTORY);
        for (StoreBuilder<?> store : TaskStores.builders()) {
            topology.addStateStore(store, PATIENT);
        }
        sink(topology, FINDINGS, topicName.apply(Topic.FINDINGS));
        sink(topology, QUARANTINE, topicName.apply(Topic.QUARANTINE));
        sink(topology, ERASURES, topicName.apply(Topic.ERASURES));
        return topology;
    }

    private static void sink(Topology topology, String name, String topic) {
        topology.addSink(name, topic, new StringSerializer(), new ByteArraySerializer(), PATIENT);
    }
}
