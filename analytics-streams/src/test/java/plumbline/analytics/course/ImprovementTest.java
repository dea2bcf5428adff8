package plumbline.analytics.course;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.finding.Change.OPENED;
import static plumbline.contract.finding.Change.RESOLVED;
import static plumbline.contract.finding.Change.WITHDRAWN;
import static plumbline.contract.finding.FindingKind.IMPROVEMENT;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.analytics.Diary;
import plumbline.analytics.Ward;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.Severity;

class ImprovementTest {

    @Test
    void isToldOnceTheWeekIsTwoPointsUnderTheBeginning() {
        Ward ward = Ward.ofAFile().take(new Diary().pain(0, 9, 8).pain(10, 13, 6));

        Finding finding = ward.told(IMPROVEMENT).get(0);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.since()).isEqualTo(Diary.FIRST.plusDays(13));
        assertThat(finding.summary())
                .isEqualTo("Pain in the lower back, left has improved: 6 over the last week, after 8 at the beginning");
        assertThat(finding.evidence().numbers()).containsEntry("baseline", 8.0).containsEntry("weekMedian", 6.0);
    }

    @Test
    void aThirdLessIsEnoughWherePainWasLittle() {
        Ward ward = Ward.ofAFile().take(new Diary().pain(0, 9, 3).pain(10, 13, 2));

        assertThat(ward.told(IMPROVEMENT)).isNotEmpty();
    }

    @Test
    void needsFourReportedDays() {
        Ward ward = Ward.ofAFile().take(new Diary().pain(0, 9, 8).pain(20, 22, 2));

        assertThat(ward.told(IMPROVEMENT)).isEmpty();
        assertThat(ward.take(new Diary().pain(23, 2)).told(IMPROVEMENT)).isNotEmpty();
    }

    @Test
    void endsWhenThePainIsBackAndNotBefore() {
        Ward ward =
                Ward.ofAFile().take(new Diary().pain(0, 9, 8).pain(10, 16, 5).pain(17, 20, 7));

        assertThat(ward.changes(IMPROVEMENT)).startsWith(OPENED).doesNotContain(RESOLVED);
        assertThat(ward.take(new Diary().pain(21, 24, 8)).changes(IMPROVEMENT)).contains(RESOLVED);
    }

    @Test
    void isWithdrawnWhenTheBetterDaysAreTakenBack() {
        Diary diary = new Diary().pain(0, 9, 8).pain(10, 13, 5);
        Ward ward = Ward.ofAFile().take(diary);

        ward.take(List.of(diary.report(13, 5).version(1).retracted(true).build()));

        assertThat(ward.changes(IMPROVEMENT)).containsExactly(OPENED, WITHDRAWN);
    }

    @Test
    void nothingImprovesThatWasNotPersistent() {
        assertThat(Ward.ofAFile().take(new Diary().pain(0, 1, 8).pain(2, 9, 2)).told(IMPROVEMENT))
                .isEmpty();
    }
}
