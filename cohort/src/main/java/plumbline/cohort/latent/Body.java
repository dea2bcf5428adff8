package plumbline.cohort.latent;

import java.util.List;
import plumbline.contract.vocabulary.Measure;

/**
 * How a patient's two sides compare, in the measure of the patient's device.
 *
 * @param sigma the day-to-day deviation of the symmetry index, in percent
 * @param bias the patient's own lasting difference, a symmetry index in percent; positive loads the right side more
 */
public record Body(Measure measure, double sigma, double bias, List<Compensation> compensations) {

    public Body {
        compensations = List.copyOf(compensations);
    }

    /** The symmetry index around which a day lies, in percent. */
    public double index(int day) {
        double index = bias;
        for (Compensation compensation : compensations) {
            index += compensation.shift(day);
        }
        return index;
    }
}
