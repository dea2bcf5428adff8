package plumbline.cohort.score;

import java.util.Optional;

/**
 * 95 % intervals of figures at the end of their scale, where resampling has no width. Of a share of n trials that is exactly 0 or 1:
 * Wilson's score interval (Wilson 1927). Of a rate of which nothing was counted: the exact Poisson limit, -ln 0.025 of its exposure
 * (Garwood 1936). Both take the trials for independent, which those of one patient are not: a lower bound of the true width.
 */
final class Edge {
    private static final double Z = 1.959964;
    private static final double NOTHING_COUNTED = 3.688879;

    private Edge() {}

    /** The interval of a figure; nothing where it is not at an end, and resampling is right. */
    static Optional<Estimate> of(Metric metric, double value, Sums sums) {
        if (metric == Metric.FALSE_PER_PATIENT_MONTH) {
            return value > 0 ? Optional.empty() : Optional.of(new Estimate(0, 0, NOTHING_COUNTED / sums.months));
        }
        return metric.trials(sums) == 0 || (value > 0 && value < 1)
                ? Optional.empty()
                : Optional.of(wilson(value, metric.trials(sums)));
    }

    private static Estimate wilson(double share, int trials) {
        double width = Z * Z / (trials + Z * Z);
        return share == 0 ? new Estimate(0, 0, width) : new Estimate(1, 1 - width, 1);
    }
}
