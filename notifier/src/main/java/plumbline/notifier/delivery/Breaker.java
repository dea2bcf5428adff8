package plumbline.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Spares an endpoint that does not answer: after some failures in a row only a probe now and then goes through. */
final class Breaker {
    static final int FAILURES = 5;

    /** Between probes; an attempt may take 20 s, so that at most two are under way. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private int failures;
    private Instant probe = Instant.MIN;

    /** How long to leave the endpoint alone; nothing: the attempt may be made, and may be the probe. */
    synchronized Optional<Duration> wait(Instant now) {
        if (failures < FAILURES) {
            return Optional.empty();
        }
        if (now.isBefore(probe)) {
            return Optional.of(Duration.between(now, probe));
        }
        probe = now.plus(PAUSE);
        return Optional.empty();
    }

    /** Takes note of an attempt. */
    synchronized void note(Attempt attempt, Instant now) {
        failures = attempt.isFailureOfEndpoint() ? Math.min(failures + 1, FAILURES) : 0;
        if (failures == FAILURES) {
            probe = now.plus(PAUSE);
        }
    }
}
