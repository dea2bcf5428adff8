package plumbline.analytics.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Which patient is due when, in the order of time: only its head is ever read. */
final class DueIndex {
    private static final byte[] PRESENT = {1};

    private final KeyValueStore<byte[], byte[]> store;

    record Due(Instant at, String patient) {}

    DueIndex(KeyValueStore<byte[], byte[]> store) {
        this.store = store;
    }

    void add(Due due) {
        store.put(key(due), PRESENT);
    }

    void remove(Due due) {
        store.delete(key(due));
    }

    /** The first that are due at a time, at most so many. */
    List<Due> head(Instant now, int most) {
        List<Due> dues = new ArrayList<>();
        try (KeyValueIterator<byte[], byte[]> entries = store.all()) {
            while (entries.hasNext() && dues.size() < most) {
                KeyValue<byte[], byte[]> entry = entries.next();
                Due due = due(entry.key);
                if (due.at().isAfter(now)) {
                    break;
                }
                dues.add(due);
            }
        }
        return dues;
    }

    /** Big-endian milliseconds, which sort as they count: every due time is after 1970. */
    private static byte[] key(Due due) {
        byte[] patient = due.patient().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + patient.length)
                .putLong(Math.max(0, due.at().toEpochMilli()))
                .put(patient)
                .array();
    }

    private static Due due(byte[] key) {
        ByteBuffer buffer = ByteBuffer.wrap(key);
        Instant at = Instant.ofEpochMilli(buffer.getLong());
        return new Due(at, StandardCharsets.UTF_8.decode(buffer).toString());
    }
}
