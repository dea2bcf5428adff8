package plumbline.cohort.latent;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.contract.patient.RiskFactor;
import plumbline.contract.vocabulary.Symptom;

/**
 * What a patient brings along.
 *
 * @param harmlessFlag a symptom that this patient mentions now and then and that nothing serious is behind
 * @param birthYear absent where the directory does not say
 * @param riskFactors those on record, which no report repeats
 */
public record Background(Optional<Symptom> harmlessFlag, OptionalInt birthYear, Set<RiskFactor> riskFactors) {
    /** Nothing worth mentioning. */
    public static final Background NONE = new Background(Optional.empty(), OptionalInt.empty(), Set.of());

    public Background {
        riskFactors = Set.copyOf(riskFactors);
    }

    /** Whether the directory has it on record. */
    public boolean has(RiskFactor factor) {
        return riskFactors.contains(factor);
    }
}
