package plumbline.analytics.symmetry;

import java.util.Optional;
import plumbline.analytics.policy.LeftRight.Baseline;

/**
 * The patient's own usual index.
 *
 * @param index in percent
 * @param sigma the spread around it, shrunk towards what is usual for the measure
 * @param days how many days it rests on
 */
public record Usual(double index, double sigma, int days) {
    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double MAD_TO_SIGMA = 1.4826;

    /**
     * What was usual before the days that a day is judged by; a day with too much pain does not tell.
     *
     * @param spread the spread of a patient of whom little is known
     */
    static Optional<Usual> before(long day, DaySeries series, PainSeries pain, Baseline baseline, double spread) {
        int[] values = new int[baseline.fromDay() - baseline.toDay() + 1];
        int count = 0;
        for (long each = day - baseline.fromDay(); each <= day - baseline.toDay(); each++) {
            if (series.has(each) && pain.on(each) < baseline.painBelow()) {
                values[count++] = series.at(each);
            }
        }
        if (count == 0 || count < baseline.leastDays()) {
            return Optional.empty();
        }
        int middle = DaySeries.twiceTheMedian(values, count);
        for (int i = 0; i < count; i++) {
            values[i] = Math.abs(2 * values[i] - middle);
        }
        double own = MAD_TO_SIGMA * DaySeries.twiceTheMedian(values, count) / 400.0;
        double weight = baseline.shrinkWeight();
        double variance = (weight * spread * spread + count * own * own) / (weight + count);
        return Optional.of(new Usual(middle / 200.0, Math.sqrt(variance), count));
    }
}
