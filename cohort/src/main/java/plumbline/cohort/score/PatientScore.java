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

    /** Nudges: asked for, sent with three a day at most, the days on which more were asked for, and those about days without wear. */
    public record Nudged(int asked, int sent, int daysOverThree, int onUnwornDays) {}

    Tally tally(Aspect aspect) {
        Tally tally = tallies.get(aspect);
        if (tally == null) {
            throw new IllegalStateException("every aspect is tallied: " + aspect);
        }
        return tally;
    }
}
