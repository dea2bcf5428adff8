package plumbline.cohort.match;

import java.util.Collection;
import java.util.List;
import plumbline.cohort.truth.Truth;

/** The findings about one patient beside the facts about the same. */
public final class Matching {
    private final Expectations expectations;

    public Matching(Truth.Run run) {
        this.expectations = new Expectations(run);
    }

    /** What one row says of a patient. */
    public Tally tally(Aspect aspect, Collection<Truth.OfPatient> facts, Collection<Claim> claims) {
        List<Expected> expected = facts.stream()
                .flatMap(fact -> expectations.of(fact, aspect).stream())
                .toList();
        List<Raised> raised =
                claims.stream().flatMap(claim -> aspect.raised(claim).stream()).toList();
        return Tally.of(expected, raised, aspect.stands());
    }
}
