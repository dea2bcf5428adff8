package plumbline.cohort.score;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import plumbline.cohort.chance.Dice;
import plumbline.cohort.match.Tally;

/**
 * 95 % intervals by resampling patients with replacement (Efron's percentile method): one patient's findings hang together, so the
 * patient is what is drawn. At the ends of a scale, where every resample says the same, {@link Edge} gives the interval.
 */
final class Bootstrap {
    private static final int RESAMPLES = 1000;
    private static final double TAIL = 0.025;

    private final long seed;
    private final double patientMonths;

    /** The same seed gives the same intervals. The months are those of each patient. */
    Bootstrap(long seed, double patientMonths) {
        this.seed = seed;
        this.patientMonths = patientMonths;
    }

    /** Every figure that can be measured by the tallies, one of each patient. */
    Map<Metric, Estimate> estimates(List<Tally> patients) {
        Map<Metric, double[]> drawn = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            drawn.put(metric, new double[RESAMPLES]);
        }
        Dice dice = Dice.of(seed);
        for (int i = 0; i < RESAMPLES; i++) {
            Sums sums = new Sums();
            for (int j = 0; j < patients.size(); j++) {
                sums.add(dice.oneOf(patients), patientMonths);
            }
            int resample = i;
            drawn.forEach((metric, values) -> values[resample] = metric.of(sums).orElse(Double.NaN));
        }
        return withIntervals(patients, drawn);
    }

    private Map<Metric, Estimate> withIntervals(List<Tally> patients, Map<Metric, double[]> drawn) {
        Sums all = new Sums();
        patients.forEach(tally -> all.add(tally, patientMonths));
        Map<Metric, Estimate> estimates = new EnumMap<>(Metric.class);
        drawn.forEach((metric, values) -> {
            OptionalDouble value = metric.of(all);
            double[] defined =
                    Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
            if (value.isPresent() && defined.length > 0) {
                double figure = value.getAsDouble();
                estimates.put(
                        metric,
                        Edge.of(metric, figure, all)
                                .orElseGet(() -> new Estimate(
                                        figure, percentile(defined, TAIL), percentile(defined, 1 - TAIL))));
            }
        });
        return estimates;
    }

    private static double percentile(double[] sorted, double share) {
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }
}
