package plumbline.analytics.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.finding.Change.OPENED;
import static plumbline.contract.finding.Change.RESOLVED;
import static plumbline.contract.finding.Change.UPDATED;
import static plumbline.contract.finding.FindingKind.HEAVY_LIFT;
import static plumbline.contract.finding.FindingKind.PROLONGED_SITTING;
import static plumbline.contract.finding.FindingKind.REPETITIVE_LOAD;
import static plumbline.contract.finding.FindingKind.WENT_QUIET;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.analytics.Diary;
import plumbline.analytics.Ward;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Event;
import plumbline.contract.event.Lift;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Activity;

/** What belongs to a day, where it begins and ends, and what may not be taken for a day's strain. */
class OneDayTest {
    private final Ward ward = Ward.live();

    @Test
    void aLiftAsTheFirstEventOfADayIsAFindingOfItsOwn() {
        take(lift(0), lift(1));

        assertThat(ward.changes(HEAVY_LIFT)).containsExactlyInAnyOrder(OPENED, OPENED, RESOLVED);
        assertThat(ward.told(HEAVY_LIFT))
                .filteredOn(finding -> finding.change() == OPENED)
                .extracting(Finding::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatLayOnATableOvernightDidNotSit() {
        take(
                bout("2026-09-01T00:00+01:00", 420, Activity.SITTING),
                bout("2026-09-01T07:00+01:00", 10, Activity.WALKING));

        assertThat(ward.told()).isEmpty();
    }

    @Test
    void theHoursBeforeTheFirstMovementAreNotAddedToTheDay() {
        take(
                bout("2026-09-01T00:00+01:00", 420, Activity.SITTING),
                bout("2026-09-01T07:00+01:00", 10, Activity.WALKING));
        take(bout("2026-09-01T08:00+01:00", 45, Activity.SITTING));

        assertThat(ward.told(PROLONGED_SITTING))
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence().numbers())
                        .containsEntry("sittingMinutes", 45.0)
                        .containsEntry("stretches", 1.0));
    }

    @ParameterizedTest
    @CsvSource({"11, true", "12, false"})
    void shortBoutsOfOneMovementAreOneStretchIfLessThanTwoMinutesApart(int next, boolean told) {
        take(repeated(0, 60), repeated(next, 60));

        assertThat(ward.changes(REPETITIVE_LOAD)).isEqualTo(told ? List.of(OPENED) : List.of());
    }

    @Test
    void aQuietPatientWhoIsHeardAgainIsSaidSoThoughTheDeviceStillLiesOnTheTable() {
        for (int day = 0; day < 5; day++) {
            take(new Diary().report(day, 7).build(), onTheTable(day));
        }
        ward.wakeAt(Diary.at(7, 12, 0));
        assertThat(ward.told(WENT_QUIET))
                .filteredOn(finding -> finding.severity() == Severity.SOON)
                .extracting(Finding::change)
                .containsExactly(OPENED);

        take(new Diary().report(7, 2).build());
        take(onTheTable(8), onTheTable(9));

        assertThat(ward.told(WENT_QUIET))
                .filteredOn(finding -> finding.severity() == Severity.SOON)
                .extracting(Finding::change)
                .containsExactly(OPENED, RESOLVED);
        assertThat(ward.told(WENT_QUIET))
                .filteredOn(finding -> finding.severity() == Severity.INFO)
                .extracting(Finding::change)
                .startsWith(OPENED)
                .doesNotContainSequence(OPENED, OPENED);
    }

    @Test
    void aSittingOverMidnightIsDividedByIt() {
        take(
                bout("2026-09-01T20:00+01:00", 10, Activity.WALKING),
                bout("2026-09-01T23:20+01:00", 80, Activity.SITTING));

        assertThat(ward.told()).isEmpty();
    }

    @Test
    void aSittingBeforeMidnightIsToldThoughItGoesOnAfterIt() {
        take(
                bout("2026-09-01T20:00+01:00", 10, Activity.WALKING),
                bout("2026-09-01T23:10+01:00", 80, Activity.SITTING));

        assertThat(ward.told(PROLONGED_SITTING).get(0).summary()).contains("50 minutes");
    }

    @Test
    void theHourThatComesTwiceIsNotCountedTwice() {
        take(
                bout("2026-10-25T01:00+02:00", 10, Activity.WALKING),
                bout("2026-10-25T02:00+02:00", 40, Activity.SITTING));
        take(bout("2026-10-25T02:00+01:00", 40, Activity.SITTING));

        assertThat(ward.told()).isEmpty();
    }

    @Test
    void aBoutOverTheHourThatIsLeftOutKeepsItsLength() {
        take(
                bout("2026-03-29T01:00+01:00", 10, Activity.WALKING),
                bout("2026-03-29T01:40+01:00", 44, Activity.SITTING));
        assertThat(ward.told()).isEmpty();

        take(bout("2026-03-29T04:00+02:00", 45, Activity.SITTING));

        assertThat(ward.changes(PROLONGED_SITTING)).containsExactly(OPENED);
    }

    @Test
    void aDayIsThatOfThePlaceOfItsBouts() {
        take(
                bout("2026-11-01T07:00+09:00", 10, Activity.WALKING),
                bout("2026-11-01T08:00+09:00", 45, Activity.SITTING));
        take(bout("2026-11-01T10:00-08:00", 45, Activity.SITTING));

        assertThat(ward.changes(PROLONGED_SITTING)).containsExactly(OPENED, UPDATED);
        assertThat(ward.told()).extracting(Finding::since).containsOnly(LocalDate.of(2026, 11, 1));
    }

    private void take(Event... events) {
        ward.takeLive(List.of(events));
    }

    private static Event onTheTable(int day) {
        return bout(Diary.at(day, 0, 0).toString(), 600, Activity.SITTING);
    }

    private static Event bout(String start, int minutes, Activity activity) {
        OffsetDateTime from = OffsetDateTime.parse(start);
        return ActivityBout.of(activity + start.replace("+", "."), Diary.PATIENT, from, from.plusMinutes(minutes))
                .activity(activity)
                .build();
    }

    private static Event repeated(int minute, int repetitions) {
        OffsetDateTime start = Diary.at(0, 9, minute);
        return ActivityBout.of("rep-" + minute, Diary.PATIENT, start, start.plusMinutes(10))
                .activity(Activity.REPETITIVE)
                .repetitions(repetitions)
                .build();
    }

    private static Event lift(int day) {
        OffsetDateTime start = Diary.at(day, 11, 0);
        return ActivityBout.of("lift-" + day, Diary.PATIENT, start, start.plusMinutes(1))
                .activity(Activity.LIFTING)
                .lift(new Lift(30, 25, 75, 25, 0, 0.2))
                .build();
    }
}
