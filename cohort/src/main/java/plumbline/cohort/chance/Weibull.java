package plumbline.cohort.chance;

/**
 * A Weibull distribution of waiting times, in days.
 *
 * @param shape below 1 where the chance falls the longer one waits
 */
public record Weibull(double scale, double shape) {

    /**
     * The one that passes through two points of a published curve: the median, and the share that has happened by a later day.
     *
     * @param share 0.5-1
     */
    public static Weibull through(double median, double day, double share) {
        double atMedian = StrictMath.log(2);
        double atDay = -StrictMath.log(1 - share);
        double shape = StrictMath.log(atDay / atMedian) / StrictMath.log(day / median);
        return new Weibull(median / StrictMath.pow(atMedian, 1 / shape), shape);
    }

    public double draw(Dice dice) {
        return scale * StrictMath.pow(-StrictMath.log(1 - dice.unit()), 1 / shape);
    }
}
