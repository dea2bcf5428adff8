package plumbline.cohort.chance;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A stream of chance that belongs to a purpose. Draws are made of 64-bit words by strict arithmetic alone, so that a seed gives the
 * same cohort on every JDK and machine.
 */
public final class Dice {
    private static final double UNIT = 0x1.0p-53;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final SplittableRandom words;

    private Dice(long seed) {
        this.words = new SplittableRandom(seed);
    }

    /** The dice of a purpose: the same parts give the same draws, whoever else draws. */
    public static Dice of(long... purpose) {
        long state = GOLDEN;
        for (long part : purpose) {
            state = mix(state ^ mix(part + GOLDEN));
        }
        return new Dice(state);
    }

    /** The finaliser of MurmurHash3 with Stafford's constants (mix 13), as SplittableRandom uses it. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** From 0 to below 1. */
    public double unit() {
        return (words.nextLong() >>> 11) * UNIT;
    }

    public boolean chance(double probability) {
        return unit() < probability;
    }

    public double between(double low, double high) {
        return low + unit() * (high - low);
    }

    /** A whole number from the low to the high one, both included. */
    public int between(int low, int high) {
        return low + (int) (unit() * (high - low + 1));
    }

    /** Normal around 0, by Box and Muller. */
    public double normal(double deviation) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return deviation * radius * StrictMath.cos(2 * Math.PI * unit());
    }

    /** The waiting time until something that happens at a rate, in the rate's unit of time; forever at rate 0. */
    public double wait(double rate) {
        return rate <= 0 ? Double.POSITIVE_INFINITY : -StrictMath.log(1 - unit()) / rate;
    }

    public <T> T oneOf(List<T> values) {
        return values.get(between(0, values.size() - 1));
    }
}
