package plumbline.notifier.delivery.http;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The addresses that said that they are no more. Each is asked again once a day, for some are mended. */
final class Gone {
    static final Duration DISABLED = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(Gone.class);

    private final Map<URI, Instant> disabled = new ConcurrentHashMap<>();

    boolean contains(URI address, Instant now) {
        Instant until = disabled.get(address);
        return until != null && now.isBefore(until);
    }

    void add(URI address, Instant now) {
        disabled.put(address, now.plus(DISABLED));
        LOG.warn("event=endpoint-disabled host={} hours={}", address.getHost(), DISABLED.toHours());
    }
}
