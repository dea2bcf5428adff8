package plumbline.notifier.rules;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.contract.Identity;
import plumbline.contract.delivery.Lane;

/** When the next attempt is due: fast for what is urgent, else by the schedule of Standard Webhooks. */
public final class Retries {
    private static final List<Duration> URGENT = List.of(
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1));
    private static final List<Duration> STANDARD = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofDays(1));
    private static final int JITTER_PERCENT = 20;
    private static final Duration SHORTEST_DEFERRAL = Duration.ofSeconds(1);
    private static final Duration LONGEST_URGENT_DEFERRAL = Duration.ofMinutes(1);

    private Retries() {}

    /** How long an urgent message is worth repeating; the standard schedule ends by itself, after some 76 hours. */
    public static Duration lifetime(Lane lane) {
        return lane == Lane.URGENT ? Duration.ofHours(2) : Duration.ofDays(6);
    }

    /**
     * How long to wait after a failed attempt; nothing when that was the last.
     *
     * @param delivery spreads the attempts of different deliveries, the same way at every replay
     * @param failed the attempt that failed, from 1
     * @param retryAfter what the endpoint asked for; never undercut
     */
    public static Optional<Duration> next(String delivery, Lane lane, int failed, Optional<Duration> retryAfter) {
        Optional<Duration> step = lane == Lane.URGENT
                ? Optional.of(URGENT.get(Math.min(failed, URGENT.size()) - 1))
                : Optional.of(failed).filter(n -> n <= STANDARD.size()).map(n -> STANDARD.get(n - 1));
        return step.map(base -> base.plus(jitter(delivery, failed, base)))
                .map(delay ->
                        retryAfter.filter(asked -> asked.compareTo(delay) > 0).orElse(delay));
    }

    /**
     * How long to wait after an attempt that was not made: half as long as it has waited already, so that what an endpoint cannot take
     * does not go round and round.
     *
     * @param since the first command
     * @param retryAfter how long the endpoint is spared; never undercut
     */
    public static Duration deferral(String delivery, Lane lane, Duration since, Optional<Duration> retryAfter) {
        Duration half = since.dividedBy(2);
        Duration patient =
                lane == Lane.URGENT && half.compareTo(LONGEST_URGENT_DEFERRAL) > 0 ? LONGEST_URGENT_DEFERRAL : half;
        Duration base = Stream.of(SHORTEST_DEFERRAL, patient, retryAfter.orElse(Duration.ZERO))
                .max(Duration::compareTo)
                .orElseThrow();
        return base.plus(jitter(delivery, base.toMillis(), base));
    }

    private static Duration jitter(String delivery, long step, Duration base) {
        int spread = Identity.of("jitter", delivery, Long.toString(step)).hashCode();
        long most = base.toMillis() * JITTER_PERCENT / 100;
        return Duration.ofMillis(Math.floorMod((long) spread, most + 1));
    }
}
