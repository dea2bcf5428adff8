package plumbline.cohort.score;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import plumbline.cohort.match.Aspect;
import plumbline.cohort.match.Claim;
import plumbline.cohort.match.Matching;
import plumbline.cohort.match.Tally;
import plumbline.cohort.truth.Truth;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;

/** Takes the findings about one patient as they are made and scores them against the truth. {@link Matching} says how the two are matched. */
public final class Scorer implements Consumer<Finding> {
    private static final Set<FindingKind> SCORED =
            Arrays.stream(Aspect.values()).map(Aspect::kind).collect(Collectors.toUnmodifiableSet());

    private final Matching matching;
    private final List<Truth.OfPatient> facts;
    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final NudgeCount nudges;

    /** A scorer that has seen no finding, with all facts about its patient. */
    public Scorer(Truth.Run run, Collection<Truth.OfPatient> facts) {
        this.matching = new Matching(run);
        this.facts = List.copyOf(facts);
        this.nudges = new NudgeCount(facts);
    }

    /** Takes the next change of a finding, in the order in which they were made. */
    @Override
    public void accept(Finding change) {
        Claim known = claims.get(change.id());
        if (known != null) {
            known.add(change);
        } else if (change.change().isOpen()) {
            claims.put(change.id(), new Claim(change));
            nudges.count(change);
        }
    }

    /** The score of all that was taken. */
    public PatientScore score() {
        Map<Aspect, Tally> tallies = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            tallies.put(aspect, matching.tally(aspect, facts, claims.values()));
        }
        Map<FindingKind, Integer> unscored = new EnumMap<>(FindingKind.class);
        claims.values().stream()
                .map(Claim::kind)
                .filter(kind -> !SCORED.contains(kind))
                .forEach(kind -> unscored.merge(kind, 1, Integer::sum));
        return new PatientScore(tallies, unscored, nudges.counted());
    }
}
