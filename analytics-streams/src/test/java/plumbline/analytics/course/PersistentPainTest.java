package plumbline.analytics.course;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.finding.Change.OPENED;
import static plumbline.contract.finding.Change.RESOLVED;
import static plumbline.contract.finding.Change.UPDATED;
import static plumbline.contract.finding.Change.WITHDRAWN;
import static plumbline.contract.finding.FindingKind.PERSISTENT_PAIN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.analytics.Diary;
import plumbline.analytics.Ward;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Side;

class PersistentPainTest {

    /** Intensities of consecutive days; a dot is a day without a report. */
    @ParameterizedTest
    @CsvSource({
        "3 . 3 3, true",
        "3 3 . 3, true",
        "3 . . 3 3, true",
        "3 3 . . 3, true",
        "3 3 3, false",
        "2 3 3 3, false",
        "3 . 3 . . 3, false",
        "3 . . 3, false",
        "2 2 2 2 2, false",
        "3 0 3 3, true",
        "9 9 9, false",
        "3 3 2 2 3, true"
    })
    void opensOnlyForThreePainfulDaysOfFiveOverFourCalendarDays(String days, boolean opens) {
        Diary diary = new Diary();
        String[] each = days.split(" ");
        for (int day = 0; day < each.length; day++) {
            if (!each[day].equals(".")) {
                diary.pain(day, Integer.parseInt(each[day]));
            }
        }

        Ward ward = Ward.ofAFile().take(diary);

        assertThat(ward.changes(PERSISTENT_PAIN)).isEqualTo(opens ? List.of(OPENED) : List.of());
    }

    @Test
    void raisesOnceWhenPainLastsFourDays() {
        Ward ward = Ward.ofAFile().take(new Diary().pain(0, 4).pain(1, 5).pain(3, 6));

        Finding finding = ward.told(PERSISTENT_PAIN).get(0);
        assertThat(finding.severity()).isEqualTo(Severity.ROUTINE);
        assertThat(finding.stage()).hasValue(1);
        assertThat(finding.since()).isEqualTo(Diary.FIRST);
        assertThat(finding.side()).isEqualTo(Side.LEFT);
        assertThat(finding.summary()).isEqualTo("Pain of 3 or more on 3 of the last 5 days in the lower back, left");
        assertThat(finding.evidence().rule()).isEqualTo("PERSIST-1");
        assertThat(finding.evidence().numbers()).containsEntry("painDays", 3.0).containsEntry("worst", 6.0);
        assertThat(finding.evidence().events()).containsExactly("r0", "r1", "r3");
        assertThat(finding.evidence().coverage()).isEqualTo(0.6);
    }

    @Test
    void isStatedAgainOnTheFirstEventOfEachLaterDay() {
        Ward ward = Ward.ofAFile().take(new Diary().pain(0, 4, 4));

        assertThat(ward.changes(PERSISTENT_PAIN)).containsExactly(OPENED, UPDATED);
    }

    @Test
    void keepsRegionsApart() {
        Diary diary = new Diary().pain(0, 1, 4);
        diary.add(diary.report(2, 4).side(Side.RIGHT).build());
        diary.add(diary.report(3, 4).side(Side.RIGHT).build());

        assertThat(Ward.ofAFile().take(diary).told(PERSISTENT_PAIN)).isEmpty();
    }

    @Test
    void resolvesAfterThirtyReportedDaysWithoutPain() {
        Diary diary = new Diary().pain(0, 3, 4).pain(4, 33, 0);

        assertThat(Ward.ofAFile().take(diary).changes(PERSISTENT_PAIN)).doesNotContain(RESOLVED);
        Ward ward = Ward.ofAFile().take(diary.pain(34, 0));

        Finding last = ward.told(PERSISTENT_PAIN).get(ward.told(PERSISTENT_PAIN).size() - 1);
        assertThat(last.change()).isEqualTo(RESOLVED);
        assertThat(last.evidence().rule()).isEqualTo("RESOLVED");
    }

    @ParameterizedTest
    @CsvSource({"18, RESOLVED", "17, LAPSED"})
    void lapsesWhenTooFewDaysWereReported(int reported, String rule) {
        Ward ward = Ward.ofAFile()
                .take(new Diary().pain(0, 3, 4).pain(4, 3 + reported, 0))
                .wake(34);

        Finding last = ward.told(PERSISTENT_PAIN).get(ward.told(PERSISTENT_PAIN).size() - 1);
        assertThat(last.change()).isEqualTo(RESOLVED);
        assertThat(last.evidence().rule()).isEqualTo(rule);
    }

    @Test
    void anyPainKeepsItOpen() {
        Ward ward = Ward.ofAFile().take(new Diary().pain(0, 3, 4).pain(32, 1)).wake(60);

        assertThat(ward.changes(PERSISTENT_PAIN)).doesNotContain(RESOLVED);
    }

    @Test
    void isWithdrawnWhenItsCauseIsRetracted() {
        Diary diary = new Diary().pain(0, 4).pain(1, 4).pain(3, 4);
        Ward ward = Ward.ofAFile().take(diary);

        ward.take(new Diary().add(diary.report(1, 4).version(1).retracted(true).build()));

        assertThat(ward.changes(PERSISTENT_PAIN)).containsExactly(OPENED, WITHDRAWN);
    }

    @Test
    void keepsItsIdWhenLateDataMovesItsBeginning() {
        Ward ward = Ward.ofAFile().take(new Diary().pain(2, 4).pain(4, 4).pain(5, 4));

        ward.take(new Diary().pain(1, 4));

        assertThat(ward.changes(PERSISTENT_PAIN)).containsExactly(OPENED, UPDATED);
        assertThat(ward.told(PERSISTENT_PAIN))
                .extracting(Finding::id)
                .containsOnly(ward.told().get(0).id());
        assertThat(ward.told(PERSISTENT_PAIN).get(1).since()).isEqualTo(Diary.FIRST.plusDays(1));
    }

    /** The day after its beginning, and the stage that it has reached. */
    @ParameterizedTest
    @CsvSource({"13, 1, ROUTINE", "14, 2, ROUTINE", "41, 2, ROUTINE", "42, 3, SOON", "83, 3, SOON", "84, 4, SOON"})
    void risesAStageWithTimeWhileThePainDoesNotImprove(int day, int stage, Severity severity) {
        Ward ward = Ward.ofAFile().take(new Diary().pain(0, day, 5));

        Finding last = last(ward);
        assertThat(last.stage()).hasValue(stage);
        assertThat(last.severity()).isEqualTo(severity);
        assertThat(last.evidence().rule()).isEqualTo("PERSIST-" + stage);
    }

    @Test
    void aLiveServiceReachesTheSameStagesAsAFile() {
        Diary diary = new Diary().pain(0, 200, 5);

        Ward live = Ward.live().takeLive(diary.events());

        assertThat(stages(live)).isEqualTo(stages(Ward.ofAFile().take(diary))).containsExactly(1, 2, 3, 4);
    }

    @Test
    void staysAtItsStageWhileThePainIsClearlyLessThanItWas() {
        Ward ward = Ward.ofAFile().take(new Diary().pain(0, 8, 7).pain(9, 20, 4));

        assertThat(stages(ward)).containsExactly(1);
        assertThat(stages(ward.take(new Diary().pain(21, 30, 7)))).containsExactly(1, 2);
    }

    @Test
    void painThatIsBackAfterAFreeWeekIsARelapseOfTheSameEpisode() {
        Ward ward = Ward.ofAFile().take(new Diary().pain(0, 4, 4).pain(5, 11, 0).pain(12, 3));

        assertThat(ward.changes(PERSISTENT_PAIN)
                        .get(ward.changes(PERSISTENT_PAIN).size() - 1))
                .isEqualTo(UPDATED);
        assertThat(last(ward).evidence().numbers()).containsEntry("relapses", 1.0);
        assertThat(last(ward).summary()).contains("back on 13 September after days without");
    }

    @Test
    void painAfterSixFreeDaysIsNoRelapse() {
        Ward ward = Ward.ofAFile().take(new Diary().pain(0, 4, 4).pain(5, 10, 0).pain(11, 3));

        assertThat(last(ward).evidence().numbers()).doesNotContainKey("relapses");
    }

    private static List<Integer> stages(Ward ward) {
        return ward.told(PERSISTENT_PAIN).stream()
                .map(finding -> finding.stage().orElseThrow())
                .distinct()
                .toList();
    }

    private static Finding last(Ward ward) {
        return ward.told(PERSISTENT_PAIN).get(ward.told(PERSISTENT_PAIN).size() - 1);
    }
}
