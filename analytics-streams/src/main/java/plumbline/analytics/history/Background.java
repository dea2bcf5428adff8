package plumbline.analytics.history;

import java.util.OptionalInt;
import java.util.Set;
import plumbline.contract.vocabulary.Symptom;

/**
 * What is known of a patient beside the events.
 *
 * @param riskFactors circumstances that grade symptoms, such as a history of cancer
 * @param age in years
 */
public record Background(Set<Symptom> riskFactors, OptionalInt age) {
    /** Nothing is known. */
    public static final Background UNKNOWN = new Background(Set.of(), OptionalInt.empty());

    public Background {
        riskFactors = Set.copyOf(riskFactors);
    }
}
