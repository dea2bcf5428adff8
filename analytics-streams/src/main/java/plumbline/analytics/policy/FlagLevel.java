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
     * @param orOnset an onset that stands for one of those
     * @param orSite a site that stands for one of those
     * @param orAgeOver an age, in years, above which none of those is needed
     */
    public record Combination(
            Set<Symptom> any, Set<Symptom> with, Set<Onset> orOnset, Set<Site> orSite, OptionalInt orAgeOver) {
        public Combination {
            any = Set.copyOf(any);
            with = Set.copyOf(with);
            orOnset = Set.copyOf(orOnset);
            orSite = Set.copyOf(orSite);
        }
    }

    public FlagLevel {
        codes = Set.copyOf(codes);
        combinations = List.copyOf(combinations);
    }
}
