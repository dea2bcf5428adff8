package plumbline.cohort.latent;

import java.util.List;

/**
 * All that is true of one patient during a simulation.
 *
 * @param own the pain in the patient's own region
 * @param elsewhere the odd short pain in another
 */
public record Life(Person person, PainCourse own, PainCourse elsewhere, Body body, List<Danger> dangers) {

    public Life {
        dangers = List.copyOf(dangers);
    }
}
