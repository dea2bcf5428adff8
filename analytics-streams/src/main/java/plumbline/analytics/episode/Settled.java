package plumbline.analytics.episode;

import java.time.LocalDate;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a long episode takes along from the days that can no longer change, so that it goes on when they are forgotten.
 *
 * @param before the days before this date are in it
 * @param stage reached by then; 0 for an episode without stages
 * @param times how often it had come back by then
 * @param baseline the pain it began with, in tenths of a point
 */
public record Settled(LocalDate before, int stage, int times, OptionalInt baseline) {
    /** Nothing is taken along. */
    public static final Settled NOTHING = new Settled(LocalDate.EPOCH, 0, 0, OptionalInt.empty());

    public Settled {
        Objects.requireNonNull(before, "before");
    }
}
