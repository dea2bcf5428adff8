package plumbline.analytics.episode;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * When an episode was.
 *
 * @param since the local date on which it began
 * @param heldOn the date on which its rule first held
 * @param newestDay the newest date that counted
 * @param ending how it ended; absent while it is open
 */
public record Span(LocalDate since, LocalDate heldOn, LocalDate newestDay, Optional<Ending> ending) {

    public Span {
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(heldOn, "heldOn");
        Objects.requireNonNull(newestDay, "newestDay");
    }

    public boolean isOpen() {
        return ending.isEmpty();
    }

    /** Whether the rule held on a date. */
    public boolean holdsOn(LocalDate date) {
        return !heldOn.isAfter(date) && ending.map(e -> e.on().isAfter(date)).orElse(true);
    }

    /** Whether both have a day in common; an episode without an ending goes on for ever. */
    public boolean overlaps(Span other) {
        return !since.isAfter(other.lastDay()) && !other.since.isAfter(lastDay());
    }

    private LocalDate lastDay() {
        return ending.map(e -> e.on().minusDays(1)).orElse(LocalDate.MAX);
    }
}
