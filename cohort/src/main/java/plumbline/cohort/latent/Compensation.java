package plumbline.cohort.latent;

import plumbline.contract.vocabulary.Side;

/**
 * A lasting lean away from, or onto, a painful side.
 *
 * @param onset the day on which it begins to grow
 * @param end the day on which it begins to fade
 * @param ramp days until it is complete
 * @param amplitude the change of the symmetry index when complete, in percent; positive loads the right side more
 */
public record Compensation(int onset, int end, int ramp, double amplitude) {
    /** Days in which it fades [D]. */
    public static final int FADE = 14;

    public Side loadedSide() {
        return amplitude > 0 ? Side.RIGHT : Side.LEFT;
    }

    /** What it adds to the symmetry index on a day. */
    public double shift(int day) {
        double grown = Math.max(0, Math.min(1, (day - onset + 1) / (double) ramp));
        double left = Math.max(0, Math.min(1, (end + FADE - day) / (double) FADE));
        return amplitude * grown * left;
    }
}
