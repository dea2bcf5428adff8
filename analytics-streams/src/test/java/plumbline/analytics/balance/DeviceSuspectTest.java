package plumbline.analytics.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.finding.Change.OPENED;
import static plumbline.contract.finding.Change.RESOLVED;
import static plumbline.contract.finding.FindingKind.COMPENSATION;
import static plumbline.contract.finding.FindingKind.DEVICE_SUSPECT;
import static plumbline.contract.finding.FindingKind.IMBALANCE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.analytics.Diary;
import plumbline.analytics.Ward;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Measure;

class DeviceSuspectTest {

    @Test
    void aMirroredIndexIsToldOfTheDeviceAndNotOfTheBody() {
        Ward ward = Ward.ofAFile().take(hurting(new Diary().walks(0, 34, 10).walks(35, 48, -10)));

        assertThat(ward.changes(DEVICE_SUSPECT)).startsWith(OPENED).doesNotContain(RESOLVED);
        Finding finding = ward.told(DEVICE_SUSPECT).get(0);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.since()).isEqualTo(Diary.FIRST.plusDays(35));
        assertThat(finding.asOf().toLocalDate()).isEqualTo(Diary.FIRST.plusDays(38));
        assertThat(finding.summary())
                .contains("exchanged since 2026-10-06", "the left side carries 10 % more", "usually the right side");
        assertThat(finding.evidence().numbers())
                .containsKeys("baseline", "median", "offMirror", "offMirrorBelow", "jump", "jumpNeeded");
        assertThat(finding.evidence().days()).hasSizeGreaterThan(6);
        assertThat(ward.told(COMPENSATION)).isEmpty();
        assertThat(ward.told(IMBALANCE)).isEmpty();
    }

    @Test
    void endsWhenTheOldSideReturnsForSeveralDaysAndNothingOfItStaysInTheBaseline() {
        Ward ward = Ward.ofAFile()
                .take(hurting(new Diary().walks(0, 34, 10).walks(35, 48, -10).walks(49, 50, 10)));
        assertThat(ward.changes(DEVICE_SUSPECT)).doesNotContain(RESOLVED);

        ward.take(new Diary().walks(51, 80, 10));

        Finding last = last(ward);
        assertThat(last.change()).isEqualTo(RESOLVED);
        assertThat(last.evidence().rule()).isEqualTo("SIDES-RETURNED");
        assertThat(ward.told(DEVICE_SUSPECT).stream().filter(f -> f.change() == OPENED))
                .hasSize(1);
        assertThat(ward.told(COMPENSATION)).isEmpty();
        assertThat(ward.told(IMBALANCE)).isEmpty();
    }

    @Test
    void aSideThatStaysIsTheUsualOneAfterFourWeeks() {
        Ward ward = Ward.ofAFile().take(hurting(new Diary().walks(0, 34, 10).walks(35, 90, -10)));

        Finding last = last(ward);
        assertThat(last.change()).isEqualTo(RESOLVED);
        assertThat(last.evidence().rule()).isEqualTo("SIDES-ADOPTED");
        assertThat(last.asOf().toLocalDate()).isEqualTo(Diary.FIRST.plusDays(35 + 28));
        assertThat(ward.told(COMPENSATION)).isEmpty();
        assertThat(ward.told(IMBALANCE)).isEmpty();
    }

    @Test
    void aCompensationIsSeenAgainOnceTheNewSideIsTheUsualOne() {
        Diary diary = new Diary().walks(0, 34, 10).walks(35, 80, -10).walks(81, 95, -24);
        for (int day = 80; day < 95; day += 2) {
            diary.pain(day, 5);
        }

        assertThat(Ward.ofAFile().take(diary).changes(COMPENSATION)).startsWith(OPENED);
    }

    @Test
    void whatSilenceEndsIsLookedAtWithoutAnEvent() {
        Ward ward = Ward.ofAFile().take(new Diary().walks(0, 34, 10).walks(35, 40, -10));

        assertThat(ward.chart().register().due())
                .contains(Diary.at(35 + 28, 0, 0).toInstant());
        assertThat(ward.wake(35 + 28).changes(DEVICE_SUSPECT)).endsWith(RESOLVED);
    }

    @Test
    void aChangeThatTakesDaysIsOfTheBody() {
        Diary diary = new Diary().walks(0, 34, 10);
        for (int day = 35; day < 50; day++) {
            diary.walk(day, Math.max(-12, 10 - 4.4 * (day - 34)));
        }

        assertThat(Ward.ofAFile().take(hurting(diary)).told(DEVICE_SUSPECT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {3, 4, 5})
    void aSmallIndexThatIsMirroredRaisesNothing(double usual) {
        Ward ward = Ward.ofAFile()
                .take(hurting(new Diary().walks(0, 34, usual + 0.5).walks(35, 60, -usual - 0.5)));

        assertThat(ward.told(COMPENSATION)).isEmpty();
        assertThat(ward.told(IMBALANCE)).isEmpty();
    }

    @Test
    void anotherMeasureStillSpeaks() {
        Diary diary = new Diary().walks(0, 34, 10).walks(35, 49, -10);
        for (int day = 0; day < 50; day++) {
            diary.walk(day, Measure.STANCE_TIME, day < 35 ? day % 3 : 14);
        }

        Ward ward = Ward.ofAFile().take(hurting(diary));

        assertThat(ward.changes(DEVICE_SUSPECT)).startsWith(OPENED);
        assertThat(ward.told(COMPENSATION).get(0).measure()).contains(Measure.STANCE_TIME);
    }

    private static Finding last(Ward ward) {
        return ward.told(DEVICE_SUSPECT).get(ward.told(DEVICE_SUSPECT).size() - 1);
    }

    private static Diary hurting(Diary diary) {
        for (int day = 30; day < 50; day += 2) {
            diary.pain(day, 5);
        }
        return diary;
    }
}
