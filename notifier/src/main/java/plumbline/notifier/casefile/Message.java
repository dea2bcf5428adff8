package plumbline.notifier.casefile;

import java.time.Instant;
import java.util.Optional;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.Reason;
import plumbline.notifier.text.Script;

/**
 * What is said to one address for one reason.
 *
 * @param expires when it is no longer worth sending; for what does not wait for a good moment, known from the first attempt on
 * @param said when its first attempt was commanded
 */
public record Message(
        Lane lane, Reason reason, Script script, String text, Optional<Instant> expires, Optional<Instant> said) {

    /** A message that has not gone out. */
    public Message(Lane lane, Reason reason, Script script, String text, Optional<Instant> expires) {
        this(lane, reason, script, text, expires, Optional.empty());
    }

    /** Whether it tells of an alert, so that its recipient must be told of the end. */
    public boolean fires() {
        return reason != Reason.NUDGE && reason != Reason.RESOLVED && reason != Reason.ENDPOINT_GONE;
    }

    /** Whether it asks a care team for an answer, so that an answer makes it needless. */
    public boolean calls() {
        return fires() && reason != Reason.WORSE && reason != Reason.ASSIGNED;
    }

    /** The same message, to be given up at a time. */
    public Message until(Instant end) {
        return new Message(lane, reason, script, text, Optional.of(end), said);
    }

    /** The same message, on its way since a time, unless it is already. */
    public Message since(Instant first) {
        return new Message(lane, reason, script, text, expires, said.or(() -> Optional.of(first)));
    }
}
