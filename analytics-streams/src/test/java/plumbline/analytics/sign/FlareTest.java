package plumbline.analytics.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.finding.Change.OPENED;
import static plumbline.contract.finding.Change.RESOLVED;
import static plumbline.contract.finding.FindingKind.FLARE;

import java.util.List;
import org.junit.jupiter.api.Test;
import plumbline.analytics.Diary;
import plumbline.analytics.Ward;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Limit;

class FlareTest {

    @Test
    void thePatientsWordIsEnough() {
        Ward ward =
                Ward.ofAFile().take(List.of(new Diary().report(0, 2).flare(true).build()));

        assertThat(ward.told(FLARE)).extracting(Finding::severity).containsExactly(Severity.INFO);
        assertThat(ward.told(FLARE).get(0).summary())
                .isEqualTo("The patient tells of a flare of pain in the lower back, left");
    }

    @Test
    void painTwoPointsAboveTheUsualThatLimitsIsAFlare() {
        Diary diary = new Diary().pain(0, 12, 3);
        diary.add(diary.report(13, 5).limits(List.of(Limit.WORK)).build());

        assertThat(Ward.ofAFile().take(diary).told(FLARE).get(0).summary())
                .isEqualTo("Pain in the lower back, left well above its usual level, and it limits work");
    }

    @Test
    void withoutALimitItIsNone() {
        assertThat(Ward.ofAFile().take(new Diary().pain(0, 12, 3).pain(13, 9)).told(FLARE))
                .isEmpty();
    }

    @Test
    void itStandsForThreeDays() {
        Ward ward =
                Ward.ofAFile().take(List.of(new Diary().report(0, 2).flare(true).build()));

        assertThat(ward.wake(3).changes(FLARE)).containsExactly(OPENED);
        assertThat(ward.wake(4).changes(FLARE)).containsExactly(OPENED, RESOLVED);
    }
}
