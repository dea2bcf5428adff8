package plumbline.analytics.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.finding.Change.OPENED;
import static plumbline.contract.finding.Change.RESOLVED;
import static plumbline.contract.finding.FindingKind.WENT_QUIET;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.analytics.Diary;
import plumbline.analytics.Ward;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Symptom;

class WentQuietTest {
    private static Ward afterSeverePain() {
        return Ward.live().takeLive(new Diary().pain(0, 3, 4).pain(4, 7).events());
    }

    @Test
    void isRaisedFortyEightHoursAfterTheLastWordOfSeverePain() {
        Ward ward = afterSeverePain();

        assertThat(ward.wakeAt(Diary.at(6, 11, 59)).told(WENT_QUIET)).isEmpty();

        Finding finding = ward.wakeAt(Diary.at(6, 12, 0)).told(WENT_QUIET).get(0);
        assertThat(finding.severity()).isEqualTo(Severity.SOON);
        assertThat(finding.summary()).isEqualTo("Nothing heard for more than 48 hours after pain of 7");
    }

    @Test
    void isDueWhenItWouldBeRaised() {
        assertThat(afterSeverePain().chart().register().due())
                .contains(Diary.at(6, 12, 0).toInstant());
    }

    @Test
    void anyEventEndsIt() {
        Ward ward = afterSeverePain().wakeAt(Diary.at(6, 12, 0));

        ward.takeLive(new Diary().walk(6, 0).events())
                .takeLive(new Diary().walk(7, 0).events());

        assertThat(ward.changes(WENT_QUIET)).containsExactly(OPENED, RESOLVED);
        assertThat(ward.told(WENT_QUIET).get(1).evidence().rule()).isEqualTo("HEARD-AGAIN");
    }

    @Test
    void anOpenUrgentSignIsCauseEnough() {
        Diary diary = new Diary().pain(0, 3, 2);
        diary.add(diary.report(4, 2).symptoms(List.of(Symptom.FEVER)).build());

        Ward ward = Ward.live().takeLive(diary.events()).wake(7);

        assertThat(ward.told(WENT_QUIET).get(0).summary())
                .isEqualTo("Nothing heard for more than 48 hours after an urgent sign");
    }

    @Test
    void whoSeldomReportsHasNotGoneQuiet() {
        Ward ward = Ward.live().takeLive(new Diary().pain(0, 4).pain(4, 7).events());

        assertThat(ward.wake(20).told(WENT_QUIET)).isEmpty();
    }

    @Test
    void mildPainIsNoCause() {
        assertThat(Ward.live()
                        .takeLive(new Diary().pain(0, 4, 6).events())
                        .wake(20)
                        .told(WENT_QUIET))
                .isEmpty();
    }

    @Test
    void lapsesWhenNobodyEverHearsAgain() {
        Ward ward = afterSeverePain().wake(8).wake(35);

        assertThat(ward.changes(WENT_QUIET)).containsExactly(OPENED, RESOLVED);
    }
}
