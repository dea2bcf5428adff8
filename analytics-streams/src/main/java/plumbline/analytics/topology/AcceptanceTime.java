package plumbline.analytics.topology;

import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The time at which a record was accepted: its timestamp, but never later than now. Event time is data, and no clock but ours can
 * move this one on.
 */
final class AcceptanceTime implements TimestampExtractor {
    private final InstantSource clock;

    AcceptanceTime(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        long now = clock.millis();
        return record.timestamp() < 0 ? now : Math.min(record.timestamp(), now);
    }
}
