package plumbline.cohort.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.cohort.match.Aspect;
import plumbline.cohort.report.ScoreTable;
import plumbline.cohort.report.Target;
import plumbline.cohort.truth.Truth;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.json.Json;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/** Ten patients in 100 days: five with persistent pain on the left from day 40, held on day 43; p0 compensates, p9 has an emergency on day 50. */
class ScorerTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int HELD = 43;

    @Test
    void scoresPerfectFindingsOne() {
        Scores scores = score(raised(HELD, Side.LEFT));
        Scores.Row row = scores.row(Aspect.PERSISTENT_PAIN);
        assertThat(row.facts()).isEqualTo(5);
        assertThat(List.of(Metric.SENSITIVITY, Metric.PPV, Metric.F1, Metric.SIDE_ACCURACY))
                .allSatisfy(metric -> assertThat(row.figure(metric)).contains(new Estimate(1, 1, 1)));
        assertThat(value(row, Metric.DELAY)).isZero();
        assertThat(value(row, Metric.FALSE_PER_PATIENT_MONTH)).isZero();
    }

    @Test
    void scoresNoFindingsZeroAndHasNoPpv() {
        Scores.Row row = score(List.of()).row(Aspect.PERSISTENT_PAIN);
        assertThat(value(row, Metric.SENSITIVITY)).isZero();
        assertThat(value(row, Metric.F1)).isZero();
        assertThat(row.figure(Metric.PPV)).isEmpty();
        assertThat(row.figure(Metric.DELAY)).isEmpty();
    }

    @Test
    void findsSwappedSidesButOnTheWrongSide() {
        Scores.Row row = score(raised(HELD, Side.RIGHT)).row(Aspect.PERSISTENT_PAIN);
        assertThat(value(row, Metric.SENSITIVITY)).isEqualTo(1);
        assertThat(value(row, Metric.SIDE_ACCURACY)).isZero();
    }

    @Test
    void countsTheDelayFromTheDayOnWhichTheDefinitionHeld() {
        assertThat(value(score(raised(HELD + 3, Side.LEFT)).row(Aspect.PERSISTENT_PAIN), Metric.DELAY))
                .isEqualTo(3);
    }

    @Test
    void takesAFindingAfterTwoWeeksForLateAndNotForFalse() {
        Scores.Row row = score(raised(HELD + 20, Side.LEFT)).row(Aspect.PERSISTENT_PAIN);
        assertThat(value(row, Metric.SENSITIVITY)).isZero();
        assertThat(value(row, Metric.PPV)).isEqualTo(1);
    }

    @Test
    void takesAFindingBeforeThePainForFalse() {
        Scores.Row row = score(raised(39, Side.LEFT)).row(Aspect.PERSISTENT_PAIN);
        assertThat(value(row, Metric.PPV)).isZero();
        assertThat(value(row, Metric.FALSE_PER_PATIENT_MONTH)).isCloseTo(5 / (10 * 100 / 30.4375), within(1e-9));
    }

    @Test
    void takesASecondFindingAboutTheSameEpisodeForFalse() {
        List<Finding> twice = new ArrayList<>(raised(HELD, Side.LEFT));
        twice.add(persistent("again", 0, HELD + 30, Side.LEFT));
        assertThat(value(score(twice).row(Aspect.PERSISTENT_PAIN), Metric.PPV)).isCloseTo(5 / 6.0, within(1e-9));
    }

    @Test
    void takesAnotherSiteForFalse() {
        Finding knee = finding("k", "p0", FindingKind.PERSISTENT_PAIN, HELD, Severity.ROUTINE, Site.KNEE, Side.LEFT);
        assertThat(value(score(List.of(knee)).row(Aspect.PERSISTENT_PAIN), Metric.PPV))
                .isZero();
    }

    @Test
    void takesChangesOfOneFindingForOneClaim() {
        Finding opened = persistent("f", 0, HELD, Side.LEFT);
        assertThat(score(List.of(opened, opened, opened))
                        .row(Aspect.PERSISTENT_PAIN)
                        .claims())
                .isEqualTo(1);
    }

    @Test
    void asksForTheSeverityOfASign() {
        Finding soon = sign(50, Severity.SOON);
        assertThat(value(score(List.of(soon)).row(Aspect.EMERGENCY_SIGN), Metric.SENSITIVITY))
                .isZero();
        Scores raised = score(List.of(soon, sign(51, Severity.EMERGENCY)));
        assertThat(value(raised.row(Aspect.EMERGENCY_SIGN), Metric.SENSITIVITY)).isEqualTo(1);
        assertThat(value(raised.row(Aspect.EMERGENCY_SIGN), Metric.DELAY)).isEqualTo(1);
        assertThat(value(raised.row(Aspect.SAME_DAY_SIGN), Metric.FALSE_PER_PATIENT_MONTH))
                .isZero();
    }

    @Test
    void findsACompensationOnlyWithinFourWeeksAndByItsLoadedSide() {
        Scores.Row found = score(List.of(compensation(45 + 20, Side.RIGHT))).row(Aspect.COMPENSATION_FROM_2_SIGMA);
        assertThat(value(found, Metric.SENSITIVITY)).isEqualTo(1);
        assertThat(value(found, Metric.DELAY)).isEqualTo(20);
        assertThat(value(found, Metric.SIDE_ACCURACY)).isEqualTo(1);
        Scores.Row late = score(List.of(compensation(45 + 29, Side.LEFT))).row(Aspect.COMPENSATION_FROM_2_SIGMA);
        assertThat(value(late, Metric.SENSITIVITY)).isZero();
        assertThat(value(late, Metric.SIDE_ACCURACY)).isZero();
    }

    @Test
    void widensTheIntervalWhereOnlySomeAreFound() {
        Estimate sensitivity = score(raised(HELD, Side.LEFT).subList(0, 3))
                .row(Aspect.PERSISTENT_PAIN)
                .figure(Metric.SENSITIVITY)
                .orElseThrow();
        assertThat(sensitivity.value()).isEqualTo(0.6);
        assertThat(sensitivity.low()).isBetween(0.0, 0.35);
        assertThat(sensitivity.high()).isBetween(0.85, 1.0);
    }

    @Test
    void countsFindingsAboutUnwornDaysAndDaysWithMoreThanThree() {
        List<Finding> sitting = IntStream.range(0, 4)
                .mapToObj(i -> finding(
                        "s" + i, "p1", FindingKind.PROLONGED_SITTING, 10, Severity.SELF_CARE, Site.HIP, Side.UNKNOWN))
                .toList();
        assertThat(score(sitting).nudges()).isEqualTo(new Scores.Nudges(4 / 1000.0, 1, 4));
    }

    @Test
    void printsEachTargetWithItsVerdictAndIsWrittenAsJson() {
        Scores scores = score(raised(HELD, Side.LEFT));
        assertThat(ScoreTable.of(scores, "seed 1"))
                .containsPattern("persistent-pain +f1 +>= 0.95 +1.00 \\(1.00-1.00\\) +PASS")
                .containsPattern("emergency-sign +sensitivity +>= 1.00 +0.00 \\(0.00-0.00\\) +MISS")
                .containsPattern("recurrent-pain +f1 +>= 0.85 +- +UNMEASURED");
        assertThat(new String(Json.write(scores), java.nio.charset.StandardCharsets.UTF_8))
                .contains(
                        "\"aspect\":\"persistent-pain\",\"facts\":5,\"claims\":5,\"figures\":{\"sensitivity\":{\"value\":1.0");
    }

    @Test
    void asksLessOfASparseCohort() {
        Truth.Run sparse = new Truth.Run(1, 10, FIRST, FIRST.plusDays(99), "expected", 0.3);
        assertThat(Target.of(sparse)).contains(new Target(Aspect.PERSISTENT_PAIN, Metric.F1, true, 0.85));
        Truth.Run control = new Truth.Run(1, 10, FIRST, FIRST.plusDays(99), "swaps-only", -1);
        assertThat(Target.of(control))
                .contains(new Target(Aspect.COMPENSATION, Metric.FALSE_PER_PATIENT_MONTH, false, 0.02));
    }

    private static Scores score(List<Finding> findings) {
        List<Truth> truth = new ArrayList<>();
        truth.add(new Truth.Run(1, 10, FIRST, FIRST.plusDays(99), "expected", 0));
        for (int i = 0; i < 10; i++) {
            truth.add(new Truth.PatientDays("p" + i, 100, 50, List.of(FIRST.plusDays(10))));
        }
        for (int i = 0; i < 5; i++) {
            truth.add(new Truth.Persistent("p" + i, Site.HIP, Side.LEFT, day(40), day(HELD), day(90), 50));
        }
        truth.add(new Truth.Compensating(
                "p0", Site.HIP, Side.LEFT, Side.RIGHT, Measure.GROUND_FORCE, day(45), day(99), 8, 4));
        truth.add(new Truth.Sign("p9", true, at(50)));
        Truth.Run run = (Truth.Run) truth.get(0);
        List<PatientScore> patients = IntStream.range(0, 10)
                .mapToObj(i -> "p" + i)
                .map(id -> score(run, of(id, truth), findings, id))
                .toList();
        return Pool.of(run, patients);
    }

    private static List<Finding> raised(int day, Side side) {
        return IntStream.range(0, 5)
                .mapToObj(i -> persistent("f", i, day, side))
                .toList();
    }

    private static Finding persistent(String id, int patient, int day, Side side) {
        return finding(id, "p" + patient, FindingKind.PERSISTENT_PAIN, day, Severity.ROUTINE, Site.HIP, side);
    }

    private static Finding sign(int day, Severity severity) {
        return finding("s", "p9", FindingKind.RED_FLAG, day, severity, Site.HIP, Side.UNKNOWN);
    }

    private static Finding compensation(int day, Side loaded) {
        return new Finding(
                "c",
                "p0",
                FindingKind.COMPENSATION,
                Change.OPENED,
                Severity.ROUTINE,
                OptionalInt.empty(),
                Optional.of(Site.HIP),
                Side.LEFT,
                day(day),
                day(day),
                at(day),
                "test",
                "A test.",
                Optional.empty(),
                Optional.of(loaded),
                Optional.of(Measure.GROUND_FORCE),
                evidence());
    }

    private static Finding finding(
            String id, String patient, FindingKind kind, int day, Severity severity, Site site, Side side) {
        return new Finding(
                id,
                patient,
                kind,
                Change.OPENED,
                severity,
                OptionalInt.empty(),
                Optional.of(site),
                side,
                day(day),
                day(day),
                at(day),
                "test",
                "A test.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                evidence());
    }

    private static Evidence evidence() {
        return new Evidence("TEST", Map.of(), List.of(), 1, List.of());
    }

    private static LocalDate day(int day) {
        return FIRST.plusDays(day);
    }

    private static OffsetDateTime at(int day) {
        return day(day).atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC);
    }

    private static List<Truth.OfPatient> of(String id, List<Truth> truth) {
        return truth.stream()
                .filter(Truth.OfPatient.class::isInstance)
                .map(Truth.OfPatient.class::cast)
                .filter(fact -> fact.patient().equals(id))
                .toList();
    }

    private static PatientScore score(
            Truth.Run run, List<Truth.OfPatient> facts, List<Finding> findings, String patient) {
        Scorer scorer = new Scorer(run, facts);
        findings.stream().filter(finding -> finding.patient().equals(patient)).forEach(scorer);
        return scorer.score();
    }

    private static double value(Scores.Row row, Metric metric) {
        return row.figure(metric).orElseThrow().value();
    }
}
