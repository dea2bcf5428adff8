package plumbline.notifier.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** When which case has to be looked at next: one key for each, ordered by time. Cancelling is deleting. */
final class DueIndex {
    private static final byte[] NOTHING = {1};

    private final KeyValueStore<Bytes, byte[]> store;

    DueIndex(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    void move(String patient, Optional<Instant> from, Optional<Instant> to) {
        if (!from.equals(to)) {
            from.ifPresent(time -> store.delete(key(time, patient)));
            to.ifPresent(time -> store.put(key(time, patient), NOTHING));
        }
    }

    /** The patients whose time has come, the longest overdue first. */
    List<String> upTo(Instant now, int atMost) {
        List<String> patients = new ArrayList<>();
        Bytes end = key(now.plusMillis(1), "");
        try (KeyValueIterator<Bytes, byte[]> range = store.range(key(Instant.EPOCH, ""), end)) {
            while (range.hasNext() && patients.size() < atMost) {
                KeyValue<Bytes, byte[]> next = range.next();
                patients.add(patient(next.key));
            }
        }
        return patients;
    }

    /** Milliseconds, rounded up, so that nothing is looked at before its time; then the patient. */
    private static Bytes key(Instant time, String patient) {
        byte[] id = patient.getBytes(StandardCharsets.UTF_8);
        long millis = time.plusNanos(999_999).toEpochMilli();
        return Bytes.wrap(ByteBuffer.allocate(Long.BYTES + id.length)
                .putLong(millis)
                .put(id)
                .array());
    }

    private static String patient(Bytes key) {
        byte[] bytes = key.get();
        return new String(bytes, Long.BYTES, bytes.length - Long.BYTES, StandardCharsets.UTF_8);
    }
}
