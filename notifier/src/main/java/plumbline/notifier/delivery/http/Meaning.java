package plumbline.notifier.delivery.http;

import java.util.function.Supplier;
import plumbline.contract.delivery.Outcome;

/** What the answer of an endpoint means. */
@FunctionalInterface
public interface Meaning {

    /**
     * Judges an answer.
     *
     * @param body reads the beginning of it, as far as it comes in time; empty where there is none
     */
    Outcome of(int status, Supplier<byte[]> body);

    /** By the status alone: 2xx is success, and only what a later attempt can mend is worth one. */
    static Outcome ofStatus(int status) {
        if (status >= 200 && status < 300) {
            return Outcome.DELIVERED;
        }
        if (status >= 500) {
            return Outcome.RETRY;
        }
        return switch (status) {
            case 408, 425, 429 -> Outcome.RETRY;
            case 410 -> Outcome.GONE;
            default -> Outcome.REFUSED;
        };
    }
}
