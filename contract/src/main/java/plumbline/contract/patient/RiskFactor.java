package plumbline.contract.patient;

import plumbline.contract.vocabulary.Code;
import plumbline.contract.vocabulary.Symptom;

/**
 * A lasting circumstance that makes symptoms more urgent. A report may name each as a symptom too, under the same code; here are only
 * those that are true of a person and not of a moment.
 */
public enum RiskFactor implements Code {
    CANCER_HISTORY(Symptom.CANCER_HISTORY),
    OSTEOPOROSIS(Symptom.OSTEOPOROSIS),
    LONG_TERM_STEROIDS(Symptom.LONG_TERM_STEROIDS),
    IV_DRUG_USE(Symptom.IV_DRUG_USE),
    IMMUNOSUPPRESSED(Symptom.IMMUNOSUPPRESSED),
    RECENT_INFECTION(Symptom.RECENT_INFECTION),
    FAMILY_HISTORY_INFLAMMATORY(Symptom.FAMILY_HISTORY_INFLAMMATORY),
    ARTHRITIS(Symptom.ARTHRITIS),
    PSORIASIS(Symptom.PSORIASIS);

    private final Symptom symptom;

    RiskFactor(Symptom symptom) {
        this.symptom = symptom;
    }

    /** The same as the rules know it. */
    public Symptom symptom() {
        return symptom;
    }

    @Override
    public String code() {
        return symptom.code();
    }
}
