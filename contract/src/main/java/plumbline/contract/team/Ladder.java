package plumbline.contract.team;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How an alert climbs until somebody acknowledges it.
 *
 * @param steps in the order of their times; the first is at once
 * @param repeat how often the last step is repeated
 */
public record Ladder(List<Rung> steps, Duration repeat) {
    /** Of an urgent alert where a team says nothing else. */
    public static final Ladder URGENT = new Ladder(
            List.of(Rung.all(Duration.ZERO), Rung.all(Duration.ofMinutes(5)), Rung.all(Duration.ofMinutes(15))),
            Duration.ofMinutes(15));

    /** Of every other alert where a team says nothing else. */
    public static final Ladder ROUTINE =
            new Ladder(List.of(Rung.all(Duration.ZERO), Rung.all(Duration.ofHours(24))), Duration.ofHours(24));

    public Ladder {
        steps = List.copyOf(Objects.requireNonNullElse(steps, List.of()));
    }
}
