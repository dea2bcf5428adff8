package plumbline.cohort.score;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import plumbline.cohort.match.Aspect;
import plumbline.cohort.match.Claim;
import plumbline.cohort.match.Matching;
import plumbline.cohort.match.Tally;
import plumbline.cohort.truth.Truth;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;

/** Takes findings as they are made and scores them against a cohort's truth. {@link Matching} says how the two are matched. */
public final class Scorer implements Consumer<Finding> {
    private static final double DAYS_PER_MONTH = 30.4375;

    private final Truth.Run run;
    private final Map<String, List<Truth.OfPatient>> facts = new LinkedHashMap<>();
    private final Map<String, Map<String, Claim>> claims = new LinkedHashMap<>();
    private final NudgeCount nudges = new NudgeCount();

    /**
     * A scorer that has seen no finding.
     *
     * @param truth the lines of {@code truth.ndjson}, among them one run
     */
    public Scorer(Collection<Truth> truth) {
        this.run = truth.stream()
                .filter(Truth.Run.class::isInstance)
                .map(Truth.Run.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("truth: has no line of the type run"));
        for (Truth fact : truth) {
            if (fact instanceof Truth.OfPatient of) {
                facts.computeIfAbsent(of.patient(), any -> new ArrayList<>()).add(of);
                nudges.know(of);
            }
        }
    }

    /** Scores a whole run of findings. */
    public static Scores score(Collection<Truth> truth, Stream<Finding> findings) {
        Scorer scorer = new Scorer(truth);
        findings.forEachOrdered(scorer);
        return scorer.scores();
    }

    /** Takes the next change of a finding, in the order in which they were made. */
    @Override
    public void accept(Finding change) {
        Map<String, Claim> own = claims.computeIfAbsent(change.patient(), any -> new LinkedHashMap<>());
        Claim known = own.get(change.id());
        if (known != null) {
            known.add(change);
        } else if (change.change().isOpen()) {
            own.put(change.id(), new Claim(change));
            nudges.count(change);
        }
    }

    /** The scores of all that was taken. */
    public Scores scores() {
        double months = (ChronoUnit.DAYS.between(run.first(), run.last()) + 1) / DAYS_PER_MONTH;
        Bootstrap bootstrap = new Bootstrap(run.seed(), months);
        Collection<String> patients = new TreeSet<>(facts.keySet());
        patients.addAll(claims.keySet());
        double all = months * patients.size();
        List<Scores.Row> rows = Arrays.stream(Aspect.values())
                .map(aspect -> row(aspect, patients, bootstrap))
                .toList();
        return new Scores(run, all, rows, nudges.of(all * DAYS_PER_MONTH), unscored(all));
    }

    private Scores.Row row(Aspect aspect, Collection<String> patients, Bootstrap bootstrap) {
        Matching matching = new Matching(run);
        List<Tally> tallies = patients.stream()
                .map(patient -> matching.tally(aspect, facts.getOrDefault(patient, List.of()), claimsOf(patient)))
                .toList();
        return new Scores.Row(
                aspect,
                tallies.stream().mapToInt(Tally::facts).sum(),
                tallies.stream().mapToInt(Tally::claims).sum(),
                bootstrap.estimates(tallies));
    }

    private Map<FindingKind, Double> unscored(double months) {
        Collection<FindingKind> scored =
                Arrays.stream(Aspect.values()).map(Aspect::kind).collect(Collectors.toSet());
        Map<FindingKind, Double> rates = new EnumMap<>(FindingKind.class);
        claims.keySet().stream()
                .flatMap(patient -> claimsOf(patient).stream())
                .map(Claim::kind)
                .filter(kind -> !scored.contains(kind))
                .forEach(kind -> rates.merge(kind, 1 / months, Double::sum));
        return rates;
    }

    private Collection<Claim> claimsOf(String patient) {
        return claims.getOrDefault(patient, Map.of()).values();
    }
}
