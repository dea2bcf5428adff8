package plumbline.analytics.course;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.finding.Change.OPENED;
import static plumbline.contract.finding.Change.RESOLVED;
import static plumbline.contract.finding.FindingKind.WORSENING_PAIN;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.analytics.Diary;
import plumbline.analytics.Ward;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.Severity;

class WorseningPainTest {

    @Test
    void isRaisedWhenTheWeekIsTwoPointsAboveTheMonth() {
        Ward ward = Ward.ofAFile().take(new Diary().pain(0, 19, 3).pain(20, 23, 6));

        Finding finding = ward.told(WORSENING_PAIN).get(0);
        assertThat(finding.severity()).isEqualTo(Severity.SOON);
        assertThat(finding.evidence().numbers())
                .containsEntry("weekMedian", 6.0)
                .containsEntry("monthMedian", 3.0);
        assertThat(finding.summary())
                .isEqualTo(
                        "Pain in the lower back, left is getting worse: 6 over the last week, after 3 over the last four");
    }

    @Test
    void threeBadDaysOfAWeekAreNotEnough() {
        assertThat(Ward.ofAFile()
                        .take(new Diary().pain(0, 19, 3).pain(20, 22, 9))
                        .told(WORSENING_PAIN))
                .isEmpty();
    }

    @Test
    void needsTenDaysToCompareWith() {
        assertThat(Ward.ofAFile().take(new Diary().pain(0, 3, 1).pain(4, 8, 8)).told(WORSENING_PAIN))
                .isEmpty();
    }

    @Test
    void oneBetterDayDoesNotEndIt() {
        Ward ward =
                Ward.ofAFile().take(new Diary().pain(0, 19, 3).pain(20, 24, 6).pain(25, 1));

        assertThat(ward.changes(WORSENING_PAIN)).startsWith(OPENED).doesNotContain(RESOLVED);
    }

    @Test
    void endsOnceTheLevelIsTheUsualOne() {
        Ward ward = Ward.ofAFile().take(new Diary().pain(0, 19, 3).pain(20, 40, 6));

        assertThat(ward.changes(WORSENING_PAIN)).startsWith(OPENED).endsWith(RESOLVED);
    }

    @Test
    void lapsesInSilence() {
        Ward ward =
                Ward.ofAFile().take(new Diary().pain(0, 19, 3).pain(20, 23, 6)).wake(40);

        List<Finding> told = ward.told(WORSENING_PAIN);
        assertThat(told.get(told.size() - 1).evidence().rule()).isEqualTo("LAPSED");
    }
}
