package plumbline.cohort.chance;

/** A log-normal distribution by its median and its 90th percentile, as studies report skewed amounts. */
public record LogNormal(double median, double p90) {
    /** The 90th percentile of the standard normal distribution. */
    private static final double Z90 = 1.2815515655446004;

    public LogNormal {
        if (median <= 0 || p90 < median) {
            throw new IllegalArgumentException("a median above 0 and a 90th percentile from it up");
        }
    }

    public double draw(Dice dice) {
        return median * StrictMath.exp(dice.normal(StrictMath.log(p90 / median) / Z90));
    }
}
