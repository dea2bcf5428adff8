package plumbline.cohort.latent;

import java.time.LocalTime;
import java.util.Set;
import plumbline.contract.vocabulary.Symptom;

/**
 * Something that cannot wait. The patient tells of it at that time: what nobody tells, nobody can find.
 *
 * @param intensity the pain that comes with it, 0-10
 */
public record Danger(Kind kind, int day, LocalTime time, int intensity, Set<Symptom> symptoms) {

    /** How serious. */
    public enum Kind {
        EMERGENCY_SIGN,
        SAME_DAY_SIGN,
        /** Of a patient whose bones break easily: the same day. */
        FALL,
        SOON_SIGN,
        SUDDEN_SEVERE_PAIN
    }

    public Danger {
        symptoms = Set.copyOf(symptoms);
    }
}
