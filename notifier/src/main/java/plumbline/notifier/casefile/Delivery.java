package plumbline.notifier.casefile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.RecipientKind;

/**
 * A message under way to one address.
 *
 * @param id the same for all attempts
 * @param episode the id of the finding that it is about
 * @param attempt the newest attempt commanded; 0 before the first
 * @param due when it is looked at again if nothing else happens
 * @param hold why it is held
 * @param fallback when another channel was asked to help
 */
public record Delivery(
        String id,
        String episode,
        Address to,
        Message message,
        Stage stage,
        int attempt,
        Optional<Instant> due,
        Optional<Hold> hold,
        Optional<Instant> fallback) {
    private static final Duration HELP_AFTER = Duration.ofSeconds(20);

    /** A message that is to be looked at now for the first time. */
    public static Delivery planned(String id, String episode, Address to, Message message, Instant now) {
        return new Delivery(
                id, episode, to, message, Stage.HELD, 0, Optional.of(now), Optional.empty(), Optional.empty());
    }

    /** The same delivery with its message completed. */
    public Delivery saying(Message completed) {
        return new Delivery(id, episode, to, completed, stage, attempt, due, hold, fallback);
    }

    /** The next attempt is commanded. */
    public Delivery queued() {
        return new Delivery(
                id, episode, to, message, Stage.QUEUED, attempt + 1, Optional.empty(), Optional.empty(), fallback);
    }

    /** A worker began; without its final report by the deadline it is in doubt. */
    public Delivery started(Instant deadline) {
        return new Delivery(
                id, episode, to, message, Stage.STARTED, attempt, Optional.of(deadline), Optional.empty(), fallback);
    }

    /** The next attempt is due at a time. */
    public Delivery waiting(Instant next) {
        return new Delivery(
                id, episode, to, message, Stage.WAITING, attempt, Optional.of(next), Optional.empty(), fallback);
    }

    /** The attempt that was commanded was not made, and does not count. */
    public Delivery untried() {
        return new Delivery(id, episode, to, message, stage, attempt - 1, due, hold, fallback);
    }

    /** Another channel was asked to help. */
    public Delivery helped(Instant at) {
        return new Delivery(id, episode, to, message, stage, attempt, due, hold, Optional.of(at));
    }

    /** Held until a time, or until something more urgent has ended. */
    public Delivery held(Hold why, Optional<Instant> until) {
        return new Delivery(id, episode, to, message, Stage.HELD, attempt, until, Optional.of(why), fallback);
    }

    /** When another channel is asked to help: for an urgent call that has not arrived by then, unless one was asked before. */
    public Optional<Instant> help() {
        boolean calls = stage != Stage.HELD
                && to.kind() == RecipientKind.CARE_TEAM
                && message.lane() == Lane.URGENT
                && message.fires()
                && fallback.isEmpty();
        return calls ? message.said().map(first -> first.plus(HELP_AFTER)) : Optional.empty();
    }

    /** Whether its time has come. */
    public boolean isDue(Instant now) {
        return due.filter(time -> !time.isAfter(now)).isPresent();
    }

    /** Whether an attempt may be arriving right now. */
    public boolean inFlight() {
        return stage == Stage.QUEUED || stage == Stage.STARTED;
    }
}
