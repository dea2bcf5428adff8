package plumbline.analytics.topology;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Puts a record aside as it came, with the reason and its place in the headers; nothing of its content is repeated there. */
final class Quarantine {
    /** A larger record would not be taken by a broker with the usual limit of a megabyte; only its size is kept. */
    static final int MOST_BYTES = 900_000;

    private static final int MOST_KEY_CHARACTERS = 1_000;

    private Quarantine() {}

    static Record<@Nullable String, byte @Nullable []> aside(
            Record<@Nullable String, byte @Nullable []> record, String reason, Optional<RecordMetadata> place) {
        Headers headers = new RecordHeaders();
        put(headers, "plumbline-reason", reason);
        place.ifPresent(where -> {
            put(headers, "plumbline-topic", where.topic());
            put(headers, "plumbline-partition", Integer.toString(where.partition()));
            put(headers, "plumbline-offset", Long.toString(where.offset()));
        });
        String key = record.key();
        byte[] value = record.value();
        if (value != null && value.length > MOST_BYTES) {
            put(headers, "plumbline-bytes", Integer.toString(value.length));
            value = null;
        }
        return new Record<>(
                key != null && key.length() > MOST_KEY_CHARACTERS ? null : key, value, record.timestamp(), headers);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
