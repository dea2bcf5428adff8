package plumbline.cohort.rates;

import plumbline.cohort.chance.LogNormal;

/**
 * How bodies lean.
 *
 * @param compensating share of the one-sided episodes of two weeks or more in a weight-bearing region that bring a compensation
 * @param away share of those that spare the painful side
 * @param amplitude of the change of the symmetry index, in percent
 * @param bias everybody's own lasting difference
 */
public record BodyRates(double compensating, double away, LogNormal amplitude, Bias bias) {

    /**
     * The size of a lasting difference, its side being a matter of chance: a value from low to high, and a normal one on top.
     */
    public record Bias(double low, double high, double deviation) {}

    /** The middle of each range of {@code detection.md}: 30-50 %, 85-96 %; a bias over 5 in 8.5 % (5-13 %). */
    public static BodyRates published() {
        return new BodyRates(0.4, 0.91, new LogNormal(6, 14), new Bias(0, 0, 2.9));
    }

    /** The same without a single compensation. */
    public BodyRates withoutCompensation() {
        return new BodyRates(0, away, amplitude, bias);
    }

    public BodyRates withBias(Bias other) {
        return new BodyRates(compensating, away, amplitude, other);
    }
}
