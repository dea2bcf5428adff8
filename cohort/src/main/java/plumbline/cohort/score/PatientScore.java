package plumbline.cohort.score;

import java.util.Map;
import plumbline.cohort.match.Aspect;
import plumbline.cohort.match.Tally;
import plumbline.contract.finding.FindingKind;

/**
 * What findings about one patient come to: small, so that a cohort of them fits anywhere.
 *
 * @param unscored how many findings of the kinds that no latent fact measures
 */
public record PatientScore(Map<Aspect, Tally> tallies, Map<FindingKind, Integer> unscored, Nudged nudged) {

    public PatientScore {
        tallies = Map.copyOf(tallies);
        unscored = Map.copyOf(unscored);
    }

    /** Findings from which nudges come: all, the days with more than three, and those about days without wear. */
    public record Nudged(int all, int daysOverThree, int onUnwornDays) {}

    Tally tally(Aspect aspect) {
        Tally tally = tallies.get(aspect);
        if (tally == null) {
            throw new IllegalStateException("every aspect is tallied: " + aspect);
        }
        return tally;
    }
}
