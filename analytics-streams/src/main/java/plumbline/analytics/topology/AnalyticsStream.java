package plumbline.analytics.topology;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.HostInfo;
import plumbline.analytics.view.Timelines;
import plumbline.chassis.http.Readiness;
import plumbline.chassis.kafka.BrokerContact;

/** The topology in execution. */
public final class AnalyticsStream implements AutoCloseable {
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(10);

    private final KafkaStreams streams;
    private final GroupMembershipOperation whenClosed;
    private final Restoration restoration = new Restoration();

    /** A stream that waits for {@link #start}. */
    public AnalyticsStream(Topology topology, Properties properties, InstantSource clock) {
        streams = new KafkaStreams(topology, properties);
        whenClosed = whenClosed(properties);
        streams.setUncaughtExceptionHandler(new Faults(clock));
        streams.setGlobalStateRestoreListener(restoration);
    }

    public void start() {
        streams.start();
    }

    /** Ready once the state is restored, and while Kafka is there. */
    public Readiness readiness() {
        return restoration.readiness(streams.state()).and(BrokerContact.readiness(streams.metrics()));
    }

    /**
     * The timelines of all instances.
     *
     * @param self how the others reach this one, in the form {@code host:port}
     * @param scheme by which they answer
     */
    public Timelines timelines(Optional<String> self, String scheme) {
        return new StreamTimelines(streams, self.map(HostInfo::buildFromEndpoint), scheme);
    }

    /** What Kafka Streams tells of itself. */
    public Map<MetricName, ? extends Metric> metrics() {
        return streams.metrics();
    }

    @Override
    public void close() {
        streams.close(CloseOptions.timeout(CLOSE_WAIT).withGroupMembershipOperation(whenClosed));
    }

    /** A member without a lasting name leaves its group, so that the next start need not wait until the group misses it (45 s). */
    private static GroupMembershipOperation whenClosed(Properties properties) {
        return properties.containsKey(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG))
                ? GroupMembershipOperation.REMAIN_IN_GROUP
                : GroupMembershipOperation.LEAVE_GROUP;
    }
}
