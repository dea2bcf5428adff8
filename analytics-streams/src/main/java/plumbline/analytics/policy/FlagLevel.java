package plumbline.analytics.policy;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

/**
 * What belongs to one level of urgency.
 *
 * @param codes each of them is enough
 * @param combinations each of them is enough
 */
public record FlagLevel(Set<Symptom> codes, List<Combination> combinations) {

    /**
     * Circumstances that matter together.
     *
     * @param any one of these symptoms or risk factors must be there
     * @param with and one of these, or what follows
     */
    public record Combination(Set<Symptom> any, Set<Symptom> with, Instead instead) {
        public Combination {
            any = Set.copyOf(any);
            with = Set.copyOf(with);
        }
    }

    /**
     * What stands for the second symptom of a combination; any of it is enough.
     *
     * @param onset of the pain
     * @param site of the pain
     * @param age of the patient
     */
    public record Instead(Set<Onset> onset, Set<Site> site, Ages age, PainNow pain) {
        public Instead {
            onset = Set.copyOf(onset);
            site = Set.copyOf(site);
        }
    }

    /** Ages in years, on either side. */
    public record Ages(OptionalInt under, OptionalInt over) {
        /** Whether an age is one of them. */
        public boolean include(int age) {
            return (under.isPresent() && age < under.getAsInt()) || (over.isPresent() && age > over.getAsInt());
        }
    }

    /**
     * How the pain is.
     *
     * @param newFrom new, with this intensity
     * @param worsening or found to be worsening
     */
    public record PainNow(OptionalInt newFrom, boolean worsening) {}

    public FlagLevel {
        codes = Set.copyOf(codes);
        combinations = List.copyOf(combinations);
    }
}
