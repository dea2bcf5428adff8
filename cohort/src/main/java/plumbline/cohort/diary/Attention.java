package plumbline.cohort.diary;

import java.util.OptionalDouble;
import plumbline.cohort.chance.Dice;
import plumbline.cohort.latent.PainCourse;

/**
 * The chance, day by day, that a patient forgets the diary. Not at random: more when well and when it is very bad, and more the
 * longer it goes on.
 */
final class Attention {
    private static final double AT_FIRST = 0.15;

    /** Days in which what is missing grows by as much as it was at first [D]. */
    private static final double FADES = 120;

    /** How much more often a day is left out than one of middling pain [D]. */
    private static final double WELL = 1.6;

    private static final double VERY_BAD = 1.8;
    private static final int VERY_BAD_FROM = 8;

    /** The mean of these over all days of the expected cohort, so that the cohort as a whole misses what is wanted. */
    private static final double LEANING = 1.44;

    /** Even the laziest tell sometimes. */
    private static final double MOST = 0.97;

    private final double[] missing;

    private Attention(double[] missing) {
        this.missing = missing;
    }

    /** The attention of a patient. Its mean lies around the wanted one, over it for a patient whose days invite forgetting. */
    static Attention of(PainCourse pain, OptionalDouble wanted, Dice dice) {
        int days = pain.days();
        double[] weights = new double[days];
        double leaning = 0;
        for (int day = 0; day < days; day++) {
            leaning += leaningTo(pain.worst(day)) / days;
            weights[day] = (1 + day / FADES) * leaningTo(pain.worst(day));
        }
        double usual = wanted.orElse(AT_FIRST * (1 + days / 2.0 / FADES));
        double mean = usual * leaning / LEANING * dice.between(0.6, 1.4);
        return new Attention(scaled(weights, Math.min(mean, MOST)));
    }

    private static double leaningTo(int worst) {
        if (worst >= VERY_BAD_FROM) {
            return VERY_BAD;
        }
        return worst == 0 ? WELL : 1;
    }

    /** The weights as probabilities with this mean, none over the highest: the factor is found by halving. */
    private static double[] scaled(double[] weights, double mean) {
        double low = 0;
        double high = 1;
        while (mean(weights, high) < mean && high < 1e6) {
            high *= 2;
        }
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (mean(weights, middle) < mean) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double[] scaled = new double[weights.length];
        for (int day = 0; day < weights.length; day++) {
            scaled[day] = Math.min(MOST, low * weights[day]);
        }
        return scaled;
    }

    private static double mean(double[] weights, double factor) {
        double sum = 0;
        for (double weight : weights) {
            sum += Math.min(MOST, factor * weight);
        }
        return sum / weights.length;
    }

    boolean forgets(int day, Dice dice) {
        return dice.chance(missing[day]);
    }
}
