package plumbline.cohort.latent;

/**
 * A stretch of pain in the patient's own region.
 *
 * @param onset the first day; may lie before the simulation
 * @param recovery the first day without
 * @param level the pain at its onset, 0-10
 */
public record Episode(int onset, int recovery, double level) {

    public int length() {
        return recovery - onset;
    }

    /** The pain around which a day lies: falling slowly at first, to nothing at recovery. */
    public double expected(int day) {
        return day < onset || day >= recovery ? 0 : level * StrictMath.sqrt((recovery - day) / (double) length());
    }
}
