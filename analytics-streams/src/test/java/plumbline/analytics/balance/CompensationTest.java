package plumbline.analytics.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.finding.Change.OPENED;
import static plumbline.contract.finding.Change.RESOLVED;
import static plumbline.contract.finding.FindingKind.COMPENSATION;
import static plumbline.contract.finding.FindingKind.IMBALANCE;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.analytics.Diary;
import plumbline.analytics.Ward;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.Pattern;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Side;

class CompensationTest {

    @ParameterizedTest
    @CsvSource({
        "LEFT, 12, RIGHT, ANTALGIC",
        "RIGHT, -12, LEFT, ANTALGIC",
        "LEFT, -12, LEFT, OVERLOAD",
        "RIGHT, 12, RIGHT, OVERLOAD"
    })
    void namesTheLoadedSideAndThePattern(Side painful, double index, Side loaded, Pattern pattern) {
        Ward ward = Ward.ofAFile()
                .take(hurting(painful, 4, new Diary().walks(0, 34, 1).walks(35, 49, index)));

        assertThat(ward.changes(COMPENSATION)).startsWith(OPENED).doesNotContain(RESOLVED);
        Finding finding = ward.told(COMPENSATION).get(0);
        assertThat(finding.loadedSide()).contains(loaded);
        assertThat(finding.pattern()).contains(pattern);
        assertThat(finding.measure()).contains(Measure.GROUND_FORCE);
        assertThat(finding.severity()).isEqualTo(Severity.ROUTINE);
        assertThat(finding.side()).isEqualTo(painful);
        assertThat(finding.since()).isBetween(Diary.FIRST.plusDays(35), Diary.FIRST.plusDays(36));
        assertThat(finding.newestDay()).isBefore(Diary.FIRST.plusDays(48));
        assertThat(finding.evidence().numbers()).containsKeys("median", "watch", "baseline", "change", "changeNeeded");
        assertThat(ward.told(IMBALANCE)).isEmpty();
    }

    @Test
    void severePainMakesItSoon() {
        Ward ward = Ward.ofAFile()
                .take(hurting(Side.LEFT, 7, new Diary().walks(0, 34, 1).walks(35, 49, 12)));

        assertThat(ward.told(COMPENSATION).get(0).severity()).isEqualTo(Severity.SOON);
    }

    @Test
    void aConstantOldBiasIsNeverRaised() {
        Ward ward = Ward.ofAFile().take(hurting(Side.LEFT, 5, new Diary().walks(0, 69, 11)));

        assertThat(ward.told(COMPENSATION)).isEmpty();
        assertThat(ward.told(IMBALANCE)).isEmpty();
    }

    @Test
    void aChangeTowardsSymmetryIsNotRaised() {
        Ward ward = Ward.ofAFile()
                .take(hurting(Side.LEFT, 5, new Diary().walks(0, 34, 16).walks(35, 49, 6)));

        assertThat(ward.told(COMPENSATION)).isEmpty();
    }

    @Test
    void permutedSidesAreNotRaised() {
        Random random = new Random(7);
        Diary diary = new Diary();
        for (int day = 0; day < 60; day++) {
            diary.walk(day, random.nextBoolean() ? 12 : -12);
        }

        assertThat(Ward.ofAFile().take(hurting(Side.LEFT, 5, diary)).told(COMPENSATION))
                .isEmpty();
    }

    @Test
    void painInTheMiddleIsNoCompensation() {
        Ward ward = Ward.ofAFile()
                .take(hurting(Side.MIDLINE, 5, new Diary().walks(0, 34, 1).walks(35, 49, 12)));

        assertThat(ward.told(COMPENSATION)).isEmpty();
    }

    @Test
    void twoDaysOfSwappedSensorsRaiseNothing() {
        Ward ward = Ward.ofAFile()
                .take(hurting(
                        Side.LEFT,
                        5,
                        new Diary().walks(0, 34, 6).walks(35, 36, -6).walks(37, 55, 6)));

        assertThat(ward.told(COMPENSATION)).isEmpty();
    }

    @Test
    void endsOnlyWellBelowTheLimit() {
        Diary diary = new Diary().walks(0, 34, 1).walks(35, 49, 12);
        for (int day = 50; day < 64; day++) {
            diary.walk(day, 8);
        }

        Ward ward = Ward.ofAFile().take(hurting(Side.LEFT, 4, diary));
        assertThat(ward.changes(COMPENSATION)).doesNotContain(RESOLVED);

        ward.take(new Diary().walks(64, 80, 1));
        Finding last = ward.told(COMPENSATION).get(ward.told(COMPENSATION).size() - 1);
        assertThat(last.change()).isEqualTo(RESOLVED);
        assertThat(last.evidence().rule()).isEqualTo("RECOVERED");
    }

    @Test
    void lapsesAfterThirtyDaysWithoutMeasurement() {
        Ward ward = Ward.ofAFile()
                .take(hurting(Side.LEFT, 4, new Diary().walks(0, 34, 1).walks(35, 49, 12)));

        assertThat(ward.wake(79).changes(COMPENSATION)).doesNotContain(RESOLVED);
        assertThat(ward.wake(80).changes(COMPENSATION)).endsWith(RESOLVED);
    }

    @Test
    void withoutPainItIsAnImbalanceThatBecomesRoutineAndGivesWayWhenPainJoins() {
        Ward ward = Ward.ofAFile().take(new Diary().walks(0, 34, 1).walks(35, 62, 14));

        assertThat(ward.told(IMBALANCE))
                .extracting(Finding::severity)
                .startsWith(Severity.SELF_CARE)
                .endsWith(Severity.ROUTINE);
        assertThat(ward.told(COMPENSATION)).isEmpty();

        ward.take(new Diary().pain(60, 4).pain(61, 4).pain(63, 4));
        assertThat(ward.changes(IMBALANCE)).endsWith(RESOLVED);
    }

    private static Diary hurting(Side side, int intensity, Diary diary) {
        for (int day = 30; day < 50; day += 2) {
            diary.add(diary.report(day, intensity).side(side).build());
        }
        return diary;
    }
}
