package plumbline.analytics.topology;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.processor.StateRestoreListener;
import plumbline.chassis.http.Readiness;

/** How far the state is restored, which tells whether the service is ready. */
final class Restoration implements StateRestoreListener {
    private final Map<TopicPartition, Part> parts = new ConcurrentHashMap<>();

    private record Part(long records, long restored) {}

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long start, long end) {
        parts.put(changelog, new Part(end - start, 0));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long batchEnd, long restored) {
        parts.computeIfPresent(changelog, (any, part) -> new Part(part.records(), part.restored() + restored));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long total) {
        parts.remove(changelog);
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long total) {
        parts.remove(changelog);
    }

    /** Ready once everything runs; until then, with the progress. */
    Readiness readiness(KafkaStreams.State state) {
        if (state == KafkaStreams.State.RUNNING) {
            return Readiness.of("state", true, "restored");
        }
        long records = parts.values().stream().mapToLong(Part::records).sum();
        long restored = parts.values().stream().mapToLong(Part::restored).sum();
        String word = records == 0
                ? state.toString().toLowerCase(Locale.ROOT)
                : "restoring, " + Math.min(100, 100 * restored / records) + " %";
        return Readiness.of("state", false, word);
    }
}
