package plumbline.cohort.score;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.cohort.match.Aspect;
import plumbline.cohort.truth.Truth;
import plumbline.contract.finding.FindingKind;

/**
 * How well findings met the truth of a cohort. Written as JSON as it stands.
 *
 * @param patientMonths of 30.4375 days
 * @param unscored findings of the kinds that no latent fact measures, a patient-month
 */
public record Scores(
        Truth.Run run, double patientMonths, List<Row> rows, Nudges nudges, Map<FindingKind, Double> unscored) {

    public Scores {
        rows = List.copyOf(rows);
        unscored = Collections.unmodifiableMap(new LinkedHashMap<>(unscored));
    }

    /**
     * One aspect.
     *
     * @param facts that had to be found
     * @param claims findings that were raised
     * @param figures those that could be measured
     */
    public record Row(Aspect aspect, int facts, int claims, Map<Metric, Estimate> figures) {
        public Row {
            figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        }

        public Optional<Estimate> figure(Metric metric) {
            return Optional.ofNullable(figures.get(metric));
        }
    }

    /**
     * Nudges that findings about load and posture come to.
     *
     * @param askedPerPatientDay how many findings ask for, on average
     * @param sentPerPatientDay how many go out, three a day at most
     * @param daysOverThree patient-days on which more are asked for than three, which the notifier holds back
     * @param onUnwornDays how many are about a day on which the device lay on the table
     */
    public record Nudges(double askedPerPatientDay, double sentPerPatientDay, int daysOverThree, int onUnwornDays) {}

    /** The row of an aspect. */
    public Row row(Aspect aspect) {
        return rows.stream().filter(row -> row.aspect() == aspect).findFirst().orElseThrow();
    }
}
