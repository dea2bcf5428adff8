package plumbline.notifier.delivery;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import plumbline.contract.delivery.Outcome;

/**
 * What came of one attempt.
 *
 * @param httpStatus what the endpoint answered, if it did
 * @param retryAfter how long it asked to be left alone
 */
public record Attempt(Outcome outcome, OptionalInt httpStatus, Optional<Duration> retryAfter) {

    public Attempt {
        Objects.requireNonNull(outcome, "outcome");
    }

    /** An attempt without an answer. */
    public static Attempt of(Outcome outcome) {
        return new Attempt(outcome, OptionalInt.empty(), Optional.empty());
    }

    /** Nothing was sent, and nothing should be for so long. */
    public static Attempt deferred(Duration wait) {
        return new Attempt(Outcome.DEFERRED, OptionalInt.empty(), Optional.of(wait));
    }

    /** Whether the endpoint gave no answer, or that it is broken. One that asks for patience or refuses is well. */
    boolean isFailureOfEndpoint() {
        return outcome == Outcome.IN_DOUBT
                || (outcome == Outcome.RETRY && (httpStatus.isEmpty() || httpStatus.getAsInt() >= 500));
    }
}
