package plumbline.cohort.score;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import plumbline.cohort.match.Aspect;
import plumbline.cohort.match.Tally;
import plumbline.cohort.truth.Truth;
import plumbline.contract.finding.FindingKind;

/** The scores of many patients as those of one cohort. The result is the same in whatever order they were scored. */
public final class Pool {
    private static final double DAYS_PER_MONTH = 30.4375;

    private Pool() {}

    /**
     * The scores of a cohort.
     *
     * @param run the days, and the seed of the resampling
     * @param patients in the order of their numbers
     */
    public static Scores of(Truth.Run run, List<PatientScore> patients) {
        double months = (ChronoUnit.DAYS.between(run.first(), run.last()) + 1) / DAYS_PER_MONTH;
        Bootstrap bootstrap = new Bootstrap(run.seed(), months);
        double all = months * patients.size();
        List<Scores.Row> rows = Arrays.stream(Aspect.values())
                .map(aspect -> row(aspect, patients, bootstrap))
                .toList();
        return new Scores(
                run.withPatients(patients.size()),
                all,
                rows,
                nudges(patients, all * DAYS_PER_MONTH),
                unscored(patients, all));
    }

    private static Scores.Row row(Aspect aspect, List<PatientScore> patients, Bootstrap bootstrap) {
        List<Tally> tallies =
                patients.stream().map(patient -> patient.tally(aspect)).toList();
        return new Scores.Row(
                aspect,
                tallies.stream().mapToInt(Tally::facts).sum(),
                tallies.stream().mapToInt(Tally::claims).sum(),
                bootstrap.estimates(tallies));
    }

    private static Scores.Nudges nudges(List<PatientScore> patients, double patientDays) {
        List<PatientScore.Nudged> nudged =
                patients.stream().map(PatientScore::nudged).toList();
        return new Scores.Nudges(
                nudged.stream().mapToInt(PatientScore.Nudged::all).sum() / patientDays,
                nudged.stream().mapToInt(PatientScore.Nudged::daysOverThree).sum(),
                nudged.stream().mapToInt(PatientScore.Nudged::onUnwornDays).sum());
    }

    private static Map<FindingKind, Double> unscored(List<PatientScore> patients, double months) {
        Map<FindingKind, Integer> counts = new EnumMap<>(FindingKind.class);
        patients.forEach(
                patient -> patient.unscored().forEach((kind, count) -> counts.merge(kind, count, Integer::sum)));
        Map<FindingKind, Double> rates = new EnumMap<>(FindingKind.class);
        counts.forEach((kind, count) -> rates.put(kind, count / months));
        return rates;
    }
}
