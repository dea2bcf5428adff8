package plumbline.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.event.SidedLoad;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Symptom;

class DemoCohortTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-24T11:00:00Z");
    private static final Instant BEGIN = NOW.minus(DemoCohort.HISTORY);
    private static final DemoCohort COHORT = new DemoCohort(1, 40, LocalDate.parse("2026-11-24"), ZONE);

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(new DemoCohort(1, 40, COHORT.firstDay(), ZONE).between(BEGIN, NOW))
                .containsExactlyElementsOf(COHORT.between(BEGIN, NOW).toList());
    }

    @Test
    void isAnotherForAnotherSeed() {
        assertThat(new DemoCohort(2, 40, COHORT.firstDay(), ZONE).patients()).isNotEqualTo(COHORT.patients());
    }

    @Test
    void hasNothingTwiceAndNothingMissingWhereStartsMeet() {
        Instant middle = NOW.minus(Duration.ofDays(3));

        assertThat(Stream.concat(COHORT.between(BEGIN, middle), COHORT.between(middle, NOW)))
                .containsExactlyInAnyOrderElementsOf(COHORT.between(BEGIN, NOW).toList());
    }

    @Test
    void comesInTheOrderInWhichItHappened() {
        assertThat(COHORT.between(BEGIN, NOW).map(event -> event.end().toInstant()))
                .isSortedAccordingTo(Comparator.naturalOrder())
                .allMatch(end -> !end.isAfter(NOW));
    }

    @Test
    void givesEveryEventAnIdOfItsOwn() {
        assertThat(COHORT.between(BEGIN, NOW).map(event -> event.patient() + "/" + event.id()))
                .doesNotHaveDuplicates()
                .hasSizeBetween(15_000, 25_000);
    }

    @Test
    void hasEveryCourseInTheSmallestCohort() {
        assertThat(new DemoCohort(1, Course.ALL_OCCUR, COHORT.firstDay(), ZONE).patients())
                .extracting(DemoPatient::course)
                .containsAll(EnumSet.allOf(Course.class));
    }

    @Test
    void showsAboutAThirdOfThePainfulCompensating() {
        Map<Course, Long> courses =
                COHORT.patients().stream().collect(Collectors.groupingBy(DemoPatient::course, Collectors.counting()));
        long painful = COHORT.patients().size() - courses.get(Course.HEALTHY);

        assertThat((double) courses.get(Course.COMPENSATING) / painful).isBetween(0.25, 0.4);
    }

    @Test
    void hasOneEmergencyAndOneSuddenPainSinceLastNight() {
        List<PainReport> recent = COHORT.between(NOW.minus(Duration.ofDays(1)), NOW)
                .filter(PainReport.class::isInstance)
                .map(PainReport.class::cast)
                .toList();

        assertThat(recent)
                .filteredOn(report -> report.symptoms().contains(Symptom.SADDLE_NUMBNESS))
                .hasSize(1);
        assertThat(recent).filteredOn(report -> report.onset() == Onset.SUDDEN).hasSize(1);
    }

    @Test
    void shiftsTheLoadOfTheCompensatingAwayFromThePainfulSide() {
        List<Event> events = COHORT.between(BEGIN, NOW).toList();

        assertThat(patients(Course.COMPENSATING)).hasSizeGreaterThan(3).allSatisfy(patient -> {
            double change = symmetry(events, patient, day -> day >= patient.onset())
                    - symmetry(events, patient, day -> day < patient.onset());
            assertThat(patient.side() == Side.RIGHT ? -change : change).isBetween(8.0, 14.0);
        });
    }

    @Test
    void leavesTheLoadOfAllOthersAlone() {
        List<Event> events = COHORT.between(BEGIN, NOW).toList();

        assertThat(patients(Course.PERSISTENT_PAIN))
                .hasSizeGreaterThan(3)
                .allSatisfy(patient ->
                        assertThat(symmetry(events, patient, day -> true)).isBetween(-3.0, 3.0));
    }

    @Test
    void livesOnWithEventsOfThisMoment() {
        assertThat(COHORT.now(NOW))
                .isNotEmpty()
                .allMatch(event -> event.end().toInstant().equals(NOW))
                .isEqualTo(COHORT.now(NOW));
    }

    private static List<DemoPatient> patients(Course course) {
        return COHORT.patients().stream()
                .filter(patient -> patient.course() == course)
                .toList();
    }

    private static double symmetry(List<Event> events, DemoPatient patient, Function<Integer, Boolean> days) {
        return events.stream()
                .filter(event -> event.patient().equals(patient.id()))
                .filter(event -> days.apply(
                        (int) (event.date().toEpochDay() - COHORT.firstDay().toEpochDay())))
                .filter(ActivityBout.class::isInstance)
                .flatMap(event -> ((ActivityBout) event).load().stream())
                .map(SidedLoad.class::cast)
                .mapToDouble(load -> 200 * (load.right() - load.left()) / (load.right() + load.left()))
                .average()
                .orElseThrow();
    }
}
