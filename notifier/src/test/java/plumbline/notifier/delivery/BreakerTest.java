package plumbline.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import plumbline.contract.delivery.Outcome;

class BreakerTest {
    private static final Instant NOW = Commands.AT;
    private final Breaker breaker = new Breaker();

    @Test
    void letsEverythingThroughUntilTheFifthFailureInARow() {
        fail(Breaker.FAILURES - 1);
        assertThat(breaker.wait(NOW)).isEmpty();

        fail(1);
        assertThat(breaker.wait(NOW)).contains(Breaker.PAUSE);
    }

    @Test
    void letsOneProbeThroughAfterEachPause() {
        fail(Breaker.FAILURES);
        Instant later = NOW.plus(Breaker.PAUSE);

        assertThat(breaker.wait(later)).isEmpty();
        assertThat(breaker.wait(later.plusSeconds(1))).contains(Duration.ofSeconds(9));
        assertThat(breaker.wait(later.plus(Breaker.PAUSE))).isEmpty();
    }

    @Test
    void closesWithTheFirstAnswer() {
        fail(Breaker.FAILURES);
        breaker.note(answer(Outcome.DELIVERED, 204), NOW);

        assertThat(breaker.wait(NOW)).isEmpty();
    }

    @Test
    void doesNotCountAnEndpointThatAsksForPatience() {
        for (int i = 0; i < 2 * Breaker.FAILURES; i++) {
            breaker.note(answer(Outcome.RETRY, 429), NOW);
        }

        assertThat(breaker.wait(NOW)).isEmpty();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.note(Attempt.of(Outcome.IN_DOUBT), NOW);
        }
    }

    private static Attempt answer(Outcome outcome, int status) {
        return new Attempt(outcome, OptionalInt.of(status), Optional.empty());
    }
}
