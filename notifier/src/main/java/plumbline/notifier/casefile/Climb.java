package plumbline.notifier.casefile;

import java.time.Instant;
import java.util.Optional;
import plumbline.contract.alert.Alert.Awaited;
import plumbline.contract.alert.Alert.Pursuit;
import plumbline.contract.delivery.Lane;
import plumbline.contract.team.Ladder;

/**
 * How an alert is pursued until somebody answers. The ladders are those of the moment at which it opened; who stands on a step is
 * written as {@code team} or {@code team/member}.
 *
 * @param lane which of the ladders is climbed
 * @param step the step that was reached, from 1
 * @param awaits what is waited for; absent while somebody acts
 * @param due until when
 */
public record Climb(
        Ladder urgent, Ladder routine, Lane lane, int step, Optional<Awaited> awaits, Optional<Instant> due) {

    /** The ladder that is climbed. */
    public Ladder ladder() {
        return lane == Lane.URGENT ? urgent : routine;
    }

    /** On the ladder of a lane, before its first step. */
    public Climb on(Lane other) {
        return new Climb(urgent, routine, other, 0, Optional.empty(), Optional.empty());
    }

    /** At a step, waiting for the next. */
    public Climb at(int reached, Instant next) {
        return new Climb(urgent, routine, lane, reached, Optional.of(Awaited.STEP), Optional.of(next));
    }

    /** At the same step, waiting for something. */
    public Climb awaiting(Awaited what, Instant until) {
        return new Climb(urgent, routine, lane, step, Optional.of(what), Optional.of(until));
    }

    /** One step lower, so that the last one can be repeated. */
    public Climb back() {
        return new Climb(urgent, routine, lane, step - 1, awaits, due);
    }

    /** Nobody is waited for. */
    public Climb resting() {
        return new Climb(urgent, routine, lane, step, Optional.empty(), Optional.empty());
    }

    /** Whether something is waited for, and this is it. */
    public boolean isAwaiting(Awaited what) {
        return awaits.filter(what::equals).isPresent();
    }

    /** As an alert tells it. */
    public Optional<Pursuit> pursuit() {
        return awaits.map(what -> new Pursuit(what, step, ladder().steps().size(), due.orElseThrow()));
    }
}
