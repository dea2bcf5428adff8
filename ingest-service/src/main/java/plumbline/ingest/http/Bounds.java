package plumbline.ingest.http;

import java.time.Duration;

/**
 * How much is taken on.
 *
 * @param bodyBytes of one request, after decompression
 * @param bytes of all requests under way together
 * @param events of all requests under way together
 * @param upload how long a body may take to arrive
 * @param acknowledgement how long Kafka may take; an answer must be out within two seconds
 */
public record Bounds(int bodyBytes, long bytes, int events, Duration upload, Duration acknowledgement) {
    private static final int MIB = 1024 * 1024;

    public static final Bounds DEFAULT =
            new Bounds(32 * MIB, 64L * MIB, 200_000, Duration.ofSeconds(30), Duration.ofMillis(1_800));
}
