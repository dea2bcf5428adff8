package plumbline.cohort.latent;

import java.util.Optional;
import plumbline.contract.vocabulary.Symptom;

/**
 * Who a patient is.
 *
 * @param region where this patient's pain sits
 * @param elsewhere where the odd short pain sits
 * @param harmlessFlag a symptom that this patient mentions now and then and that nothing serious is behind
 */
public record Person(
        int number, Whereabouts whereabouts, Region region, Region elsewhere, Optional<Symptom> harmlessFlag) {
    private static final int FIRST_ID = 1001;

    public String id() {
        return "p-" + (FIRST_ID + number);
    }
}
