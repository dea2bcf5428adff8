package plumbline.chassis.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;

/** The CloudEvents 1.0 attributes of a record, in the Kafka protocol binding's binary mode. */
public final class CloudEventHeaders {

    private CloudEventHeaders() {}

    /**
     * Adds the attributes.
     *
     * @param id unique for the source; the same for a repeat
     * @param source the part of Plumbline that made it, such as {@code analytics}
     * @param type what it is, such as {@code finding.opened}
     */
    public static void add(Headers headers, String id, String source, String type, Instant time) {
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", id);
        put(headers, "ce_source", "/plumbline/" + source);
        put(headers, "ce_type", "plumbline." + type);
        put(headers, "ce_time", time.toString());
        put(headers, "content-type", "application/json");
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
