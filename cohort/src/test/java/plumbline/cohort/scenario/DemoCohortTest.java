package plumbline.cohort.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Symptom;

class DemoCohortTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant BEGIN = Instant.parse("2026-10-08T22:00:00Z");

    private final DemoCohort cohort = DemoCohort.of(1, 40, TODAY, ZONE);

    @Test
    void givesEveryRoleToSomebody() {
        assertThat(cohort.patients()).hasSize(40).extracting(DemoPatient::role).contains(Role.values());
        assertThat(cohort.patients())
                .filteredOn(p -> p.role() == Role.SUDDEN_SEVERE || p.role() == Role.EMERGENCY_SIGN)
                .hasSize(2);
    }

    @Test
    void tellsTheSameStoryForTheSameSeed() {
        assertThat(history())
                .containsExactlyElementsOf(
                        DemoCohort.of(1, 40, TODAY, ZONE).between(BEGIN, NOW).toList());
    }

    @Test
    void tellsItInTheOrderOfEndingAndNothingAfterNow() {
        List<Event> events = history().toList();
        assertThat(events).isSortedAccordingTo(Comparator.comparing(e -> e.end().toInstant()));
        assertThat(events).allSatisfy(e -> assertThat(e.end().toInstant()).isBeforeOrEqualTo(NOW));
    }

    @Test
    void goesOnWhereItStopped() {
        Instant middle = Instant.parse("2026-11-01T12:00:00Z");
        assertThat(Stream.concat(cohort.between(BEGIN, middle), cohort.between(middle, NOW)))
                .containsExactlyElementsOf(history().toList());
    }

    @Test
    void lastsTwoDaysInShortPainAndStaysInPersistentPain() {
        assertThat(painDays(Role.SHORT_PAIN)).isBetween(0L, 2L);
        assertThat(painDays(Role.PERSISTENT_PAIN)).isGreaterThan(4);
    }

    @Test
    void tellsOfOneEmergencyAndOneSuddenPainTheEveningBefore() {
        List<PainReport> reports = history()
                .filter(PainReport.class::isInstance)
                .map(PainReport.class::cast)
                .toList();
        assertThat(reports)
                .filteredOn(r -> r.onset() == Onset.SUDDEN)
                .hasSize(1)
                .allSatisfy(r -> {
                    assertThat(r.date()).isEqualTo(TODAY.minusDays(1));
                    assertThat(r.intensity()).hasValue(9);
                });
        assertThat(reports)
                .filteredOn(r -> r.symptoms().contains(Symptom.SADDLE_NUMBNESS))
                .hasSize(1);
    }

    @Test
    void saysSomethingAtAnyMoment() {
        assertThat(cohort.now(NOW))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.end().toInstant()).isEqualTo(NOW));
    }

    private long painDays(Role role) {
        DemoPatient one = cohort.patients().stream()
                .filter(p -> p.role() == role)
                .findFirst()
                .orElseThrow();
        return history()
                .filter(e -> e.patient().equals(one.id()))
                .filter(e -> e instanceof PainReport r && r.intensity().orElse(0) >= 3)
                .map(Event::date)
                .distinct()
                .count();
    }

    private Stream<Event> history() {
        return cohort.between(BEGIN, NOW);
    }
}
