package plumbline.analytics.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.finding.Change.OPENED;
import static plumbline.contract.finding.Change.RESOLVED;
import static plumbline.contract.finding.Change.UPDATED;
import static plumbline.contract.finding.Change.WITHDRAWN;
import static plumbline.contract.finding.FindingKind.HEAVY_LIFT;
import static plumbline.contract.finding.FindingKind.PROLONGED_SITTING;
import static plumbline.contract.finding.FindingKind.PROLONGED_STANDING;
import static plumbline.contract.finding.FindingKind.REPETITIVE_LOAD;
import static plumbline.contract.finding.FindingKind.WENT_QUIET;

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

class LoadAndPostureTest {
    private final Ward ward = Ward.live();

    LoadAndPostureTest() {
        at(0, 7, 0, 10, Activity.WALKING);
    }

    @Test
    void fortyFiveMinutesOfSittingAreToldAtOnce() {
        at(0, 8, 0, 44, Activity.SITTING);
        assertThat(ward.told(PROLONGED_SITTING)).isEmpty();

        at(0, 8, 44, 1, Activity.SITTING);

        Finding finding = ward.told(PROLONGED_SITTING).get(0);
        assertThat(finding.severity()).isEqualTo(Severity.SELF_CARE);
        assertThat(finding.summary()).isEqualTo("Sitting for 45 minutes without a break");
        assertThat(finding.evidence().numbers()).containsEntry("limitMinutes", 45.0);
    }

    @Test
    void thirtyAreEnoughOnADayWithPain() {
        at(0, 8, 0, 30, Activity.SITTING);
        ward.takeLive(List.of(new Diary().report(0, 2).build()));

        assertThat(ward.told(PROLONGED_SITTING).get(0).summary())
                .isEqualTo("Sitting for 30 minutes without a break, on a day with pain");
    }

    /** Twenty-five minutes, a pause, and twenty-five more. */
    @ParameterizedTest
    @CsvSource({"1, WALKING, true", "2, WALKING, false", "1, STANDING, true", "2, STANDING, false"})
    void aPauseOfTwoMinutesIsABreak(int minutes, Activity activity, boolean told) {
        at(0, 8, 0, 25, Activity.SITTING);
        at(0, 8, 25, minutes, activity);
        at(0, 8, 25 + minutes, 25, Activity.SITTING);

        assertThat(ward.told(PROLONGED_SITTING).isEmpty()).isEqualTo(!told);
    }

    @Test
    void aFurtherStretchIsToldAndGrowingIsNot() {
        at(0, 8, 0, 45, Activity.SITTING);
        at(0, 8, 45, 10, Activity.SITTING);
        assertThat(ward.changes(PROLONGED_SITTING)).containsExactly(OPENED);

        at(0, 10, 0, 50, Activity.SITTING);

        assertThat(ward.changes(PROLONGED_SITTING)).containsExactly(OPENED, UPDATED);
    }

    @Test
    void sixHoursInAllAreSaidOnce() {
        for (int hour = 8; hour < 18; hour++) {
            at(0, hour, 0, 40, Activity.SITTING);
        }

        assertThat(ward.changes(PROLONGED_SITTING)).containsExactly(OPENED);
        assertThat(ward.told(PROLONGED_SITTING).get(0).summary()).isEqualTo("Sitting for more than 6 hours today");
    }

    @Test
    void theFindingIsOverWithTheDay() {
        at(0, 8, 0, 45, Activity.SITTING);
        at(1, 9, 0, 5, Activity.WALKING);

        assertThat(ward.changes(PROLONGED_SITTING)).containsExactly(OPENED, RESOLVED);
        assertThat(ward.told(PROLONGED_SITTING).get(1).evidence().rule()).isEqualTo("DAY-OVER");
    }

    @Test
    void itIsOverAtMidnightThoughNothingArrives() {
        at(0, 8, 0, 45, Activity.SITTING);

        assertThat(ward.chart().register().due()).contains(Diary.at(1, 0, 0).toInstant());
    }

    @Test
    void retractingTheOnlyCauseWithdrawsIt() {
        at(0, 8, 0, 45, Activity.SITTING);

        ward.takeLive(List.of(
                bout(0, 8, 0, 45, Activity.SITTING).version(1).retracted(true).build()));

        assertThat(ward.changes(PROLONGED_SITTING)).containsExactly(OPENED, WITHDRAWN);
    }

    @Test
    void aDeviceOnATableDoesNotSit() {
        Ward table = Ward.live();
        table.takeLive(List.of(bout(0, 0, 0, 600, Activity.SITTING).build()));

        assertThat(table.told()).isEmpty();
    }

    @Test
    void aDayOfOnePostureIsNotWornThoughItMovedOnce() {
        at(0, 0, 0, 300, Activity.SITTING);
        at(0, 8, 0, 900, Activity.SITTING);

        assertThat(ward.open()).isEmpty();
    }

    @Test
    void standingStillCountsSoonerForWhomItHurt() {
        at(0, 9, 0, 40, Activity.STANDING);
        assertThat(ward.told(PROLONGED_STANDING)).isEmpty();

        ward.takeLive(List.of(new Diary().report(0, 1).build()));

        assertThat(ward.told(PROLONGED_STANDING).get(0).summary()).isEqualTo("Standing still for 40 minutes");
    }

    @Test
    void seventyMinutesOfStandingAreTooMuchForAnybody() {
        at(0, 9, 0, 70, Activity.STANDING);

        assertThat(ward.changes(PROLONGED_STANDING)).containsExactly(OPENED);
    }

    @ParameterizedTest
    @CsvSource({"20, 100, true", "20, 80, false", "19, 100, false"})
    void moreThanFourMovementsAMinuteForTwentyMinutesAreRepetitive(int minutes, int repetitions, boolean told) {
        ward.takeLive(List.of(bout(0, 9, 0, minutes, Activity.REPETITIVE)
                .repetitions(repetitions)
                .build()));

        assertThat(ward.changes(REPETITIVE_LOAD)).isEqualTo(told ? List.of(OPENED) : List.of());
    }

    @Test
    void aHeavyLiftIsToldAtOnceAndAVeryHeavyOneStrongly() {
        ward.takeLive(List.of(lift(25)));
        assertThat(ward.told(HEAVY_LIFT).get(0).summary())
                .isEqualTo("A lift above what is advised: 1.1 times the recommended weight");

        ward.takeLive(List.of(lift(80)));

        assertThat(ward.told(HEAVY_LIFT).get(1).summary())
                .isEqualTo("A lift far above what is advised: 3.5 times the recommended weight");
    }

    @Test
    void aLiftWithinTheLimitIsNone() {
        ward.takeLive(List.of(lift(23)));

        assertThat(ward.told(HEAVY_LIFT)).isEmpty();
    }

    @Test
    void twoDaysNotWornAreSaidOnceAndNeverNudged() {
        Ward table = Ward.live();
        for (int day = 0; day < 5; day++) {
            table.takeLive(List.of(bout(day, 0, 0, 1439, Activity.SITTING).build()));
        }

        assertThat(table.told().get(0).summary()).isEqualTo("The device seems not to have been worn for 2 days");
        assertThat(table.told()).extracting(Finding::kind).containsOnly(WENT_QUIET);
        assertThat(table.told()).extracting(Finding::severity).containsOnly(Severity.INFO);
        assertThat(table.changes(WENT_QUIET)).startsWith(OPENED).doesNotContain(RESOLVED);
    }

    @Test
    void daysThatTheDeviceCallsUnwornCountToo() {
        Ward drawer = Ward.live();
        for (int day = 0; day < 3; day++) {
            drawer.takeLive(
                    List.of(bout(day, 0, 0, 600, Activity.OTHER).worn(false).build()));
        }

        assertThat(drawer.changes(WENT_QUIET)).containsExactly(OPENED);
    }

    @Test
    void wearingItAgainEndsTheHint() {
        Ward table = Ward.live();
        for (int day = 0; day < 3; day++) {
            table.takeLive(List.of(bout(day, 0, 0, 1439, Activity.SITTING).build()));
        }

        table.takeLive(List.of(bout(3, 9, 0, 30, Activity.WALKING).build()));
        table.takeLive(List.of(bout(4, 9, 0, 30, Activity.WALKING).build()));

        assertThat(table.changes(WENT_QUIET)).endsWith(RESOLVED);
    }

    private void at(int day, int hour, int minute, int minutes, Activity activity) {
        ward.takeLive(List.<Event>of(bout(day, hour, minute, minutes, activity).build()));
    }

    private static ActivityBout.Builder bout(int day, int hour, int minute, int minutes, Activity activity) {
        OffsetDateTime start = Diary.at(day, hour, minute);
        String id = activity + "-" + day + "-" + hour + "-" + minute;
        return ActivityBout.of(id, Diary.PATIENT, start, start.plusMinutes(minutes))
                .activity(activity);
    }

    private static Event lift(int kilograms) {
        OffsetDateTime start = Diary.at(0, 11, 0);
        return ActivityBout.of("lift-" + kilograms, Diary.PATIENT, start, start.plusMinutes(1))
                .activity(Activity.LIFTING)
                .lift(new Lift(kilograms, 25, 75, 25, 0, 0.2))
                .build();
    }
}
