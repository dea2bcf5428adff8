package plumbline.analytics.course;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.finding.Change.OPENED;
import static plumbline.contract.finding.Change.RESOLVED;
import static plumbline.contract.finding.FindingKind.RECURRENT_PAIN;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.analytics.Diary;
import plumbline.analytics.Ward;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.Severity;

class RecurrentPainTest {
    private static final int OVER = 34;

    private static Diary recovered() {
        return new Diary().pain(0, 3, 5).pain(4, OVER, 0);
    }

    @Test
    void isRaisedOnTheSecondDayOfPainAfterARecovery() {
        Ward ward = Ward.ofAFile().take(recovered().pain(60, 2));
        assertThat(ward.told(RECURRENT_PAIN)).isEmpty();

        ward.take(new Diary().pain(61, 3));

        Finding finding = ward.told(RECURRENT_PAIN).get(0);
        assertThat(finding.severity()).isEqualTo(Severity.ROUTINE);
        assertThat(finding.since()).isEqualTo(Diary.FIRST.plusDays(60));
        assertThat(finding.evidence().numbers()).containsEntry("daysSinceResolved", 26.0);
        assertThat(finding.summary())
                .isEqualTo("Pain is back in the lower back, left, after an earlier episode that was over");
    }

    @Test
    void aDayWithoutPainBetweenBreaksTheRun() {
        Ward ward = Ward.ofAFile().take(recovered().pain(60, 3).pain(61, 0).pain(62, 3));

        assertThat(ward.told(RECURRENT_PAIN)).isEmpty();
    }

    @Test
    void nothingRecursThatOnlyLapsed() {
        Ward ward = Ward.ofAFile().take(new Diary().pain(0, 3, 5).pain(60, 63, 5));

        assertThat(ward.told(RECURRENT_PAIN)).isEmpty();
    }

    @Test
    void endsLikeAPersistentPain() {
        Ward ward = Ward.ofAFile().take(recovered().pain(60, 61, 3).pain(62, 92, 0));

        assertThat(ward.changes(RECURRENT_PAIN)).startsWith(OPENED).endsWith(RESOLVED);
    }

    @Test
    void aServiceRemembersARecoveryForYears() {
        Ward ward = Ward.live().takeLive(recovered().events());

        ward.takeLive(new Diary().pain(500, 501, 4).events());

        assertThat(ward.changes(RECURRENT_PAIN)).containsExactly(OPENED);
        assertThat(ward.told(RECURRENT_PAIN).get(0).evidence().numbers()).containsEntry("daysSinceResolved", 466.0);
        assertThat(ward.told(RECURRENT_PAIN))
                .extracting(Finding::id)
                .isEqualTo(List.of(ward.told(RECURRENT_PAIN).get(0).id()));
    }
}
