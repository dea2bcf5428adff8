package plumbline.cohort.wearable;

import plumbline.cohort.chance.Dice;
import plumbline.cohort.latent.Body;
import plumbline.contract.event.Load;
import plumbline.contract.event.SidedLoad;
import plumbline.contract.event.WalkingAsymmetry;
import plumbline.contract.vocabulary.Measure;

/** How a lean becomes a left and a right number: around the body's, with the noise of the day and of the bout. */
final class Sensor {
    /**
     * Shares of the day-to-day deviation that a whole day and a single bout have. The mean of four bouts then deviates by
     * sqrt(0.9^2 + 0.9^2 / 4) = 1.006 of it.
     */
    private static final double OF_THE_DAY = 0.9;

    private static final double OF_THE_BOUT = 0.9;

    /** An index beyond which one leg would not touch the ground. */
    private static final double MOST = 150;

    private final Body body;
    private final DeviceRates rates;

    Sensor(Body body, DeviceRates rates) {
        this.body = body;
        this.rates = rates;
    }

    /** What the sensor measures on one day: the index around which its bouts lie. */
    final class Day {
        private final double index;

        private Day(double index) {
            this.index = index;
        }

        Load load(Dice dice) {
            double noisy = index + dice.normal(OF_THE_BOUT * body.sigma() * rates.noise());
            double bounded = Math.max(-MOST, Math.min(MOST, noisy));
            double mean = usual(body.measure()) * dice.between(0.97, 1.03);
            return body.measure().isSided()
                    ? new SidedLoad(
                            body.measure(),
                            hundredths(mean * (1 - bounded / 200)),
                            hundredths(mean * (1 + bounded / 200)))
                    : new WalkingAsymmetry(hundredths(Math.min(100, Math.abs(bounded) / 2)));
        }
    }

    Day day(int day, boolean swapped, Dice dice) {
        double index = body.index(day) + dice.normal(OF_THE_DAY * body.sigma() * rates.noise());
        boolean exchanged = swapped != (rates.permuted() && dice.chance(0.5));
        return new Day(exchanged ? -index : index);
    }

    /** Newtons, milliseconds, joules. */
    private static double usual(Measure measure) {
        return switch (measure) {
            case GROUND_FORCE -> 800;
            case STANCE_TIME -> 650;
            default -> 120;
        };
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
