package plumbline.cohort.diary;

import java.util.OptionalDouble;

/**
 * How well patients keep their diary.
 *
 * @param missing share of the days without a report; absent for the natural one, which begins at 15 % and grows
 * @param noise deviation of a score from the day's truth, in points
 * @param digitPreference share of the scores drawn to a favourite number
 */
public record DiaryRates(OptionalDouble missing, double noise, double digitPreference) {

    /** 85 % reporting at first (detection.md); noise and preference are our choice [D]. */
    public static DiaryRates usual() {
        return new DiaryRates(OptionalDouble.empty(), 0.35, 0.15);
    }

    /** A diary without a gap or an error. */
    public static DiaryRates perfect() {
        return new DiaryRates(OptionalDouble.of(0), 0, 0);
    }

    public DiaryRates withMissing(double share) {
        return new DiaryRates(OptionalDouble.of(share), noise, digitPreference);
    }
}
