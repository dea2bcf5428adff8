package plumbline.standalone.demo;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that is the same for the same question: the numbers depend on what is asked about, never on how often was asked before. */
final class Dice {
    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The dice for a subject, such as (seed, patient, day). */
    static Dice of(long... subject) {
        long mixed = 0;
        for (long part : subject) {
            mixed = new SplittableRandom(mixed ^ part).nextLong();
        }
        return new Dice(mixed);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    /** A whole number, both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double between(double least, double most) {
        return random.nextDouble(least, most);
    }

    /** Normally distributed around 0. */
    double noise(double deviation) {
        return random.nextGaussian() * deviation;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
