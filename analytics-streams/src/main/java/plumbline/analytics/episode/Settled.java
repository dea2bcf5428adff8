package plumbline.analytics.episode;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import plumbline.contract.finding.Severity;

/**
 * What a long episode takes along from the days that can no longer change, so that it goes on when they are forgotten.
 *
 * @param before the days before this date are in it
 * @param stage reached by then; 0 for an episode without stages
 * @param times how often it had come back by then
 * @param baseline the pain it began with, in tenths of a point
 * @param severity how urgent it was by then, where that only ever rises
 */
public record Settled(LocalDate before, int stage, int times, OptionalInt baseline, Optional<Severity> severity) {
    /** Nothing is taken along. */
    public static final Settled NOTHING = new Settled(LocalDate.EPOCH, 0, 0, OptionalInt.empty(), Optional.empty());

    /** Of a pain that is followed by stages. */
    public static Settled ofPain(LocalDate before, int stage, int times, OptionalInt baseline) {
        return new Settled(before, stage, times, baseline, Optional.empty());
    }

    /** Of an episode that is as urgent as it ever was. */
    public static Settled ofSeverity(LocalDate before, Severity severity) {
        return new Settled(before, 0, 0, OptionalInt.empty(), Optional.of(severity));
    }

    public Settled {
        Objects.requireNonNull(before, "before");
    }
}
