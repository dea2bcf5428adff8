package plumbline.analytics.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.finding.Change.OPENED;
import static plumbline.contract.finding.Change.WITHDRAWN;
import static plumbline.contract.finding.FindingKind.COMPENSATION;
import static plumbline.contract.finding.FindingKind.IMBALANCE;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.analytics.Diary;
import plumbline.analytics.Ward;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.WalkingAsymmetry;
import plumbline.contract.finding.Finding;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Measure;

class ImbalanceTest {
    private static final int DAYS = 90;

    /** Forty bodies with a lasting difference of 8-12, as of a leg-length difference, worn on six days of seven. */
    @ParameterizedTest
    @EnumSource(names = {"GROUND_FORCE", "STANCE_TIME", "FOOT_ENERGY"})
    void aConstantOldBiasRaisesNothingInTenPatientYears(Measure measure) {
        Random random = new Random(3);
        double sigma = measure == Measure.FOOT_ENERGY ? 4.6 : measure == Measure.STANCE_TIME ? 2.5 : 2;
        int raised = 0;
        for (int body = 0; body < 40; body++) {
            double bias = 8 + 4 * random.nextDouble();
            Diary diary = new Diary();
            for (int day = 0; day < DAYS; day++) {
                double index = bias + sigma * random.nextGaussian();
                if (random.nextInt(7) > 0) {
                    diary.walk(day, measure, index);
                }
            }
            raised += Ward.ofAFile().take(diary).told(IMBALANCE).size();
        }

        assertThat(raised).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"GROUND_FORCE", "STANCE_TIME"})
    void aChangeToActLevelIsFoundWithinTwoWeeks(Measure measure) {
        Random random = new Random(5);
        int found = 0;
        for (int body = 0; body < 40; body++) {
            Diary diary = new Diary();
            for (int day = 0; day < 50; day++) {
                double index = (day < 36 ? 0 : 14) + 2.5 * random.nextGaussian();
                if (random.nextInt(7) > 0) {
                    diary.walk(day, measure, index);
                }
            }
            found += Ward.ofAFile().take(diary).changes(IMBALANCE).contains(OPENED) ? 1 : 0;
        }

        assertThat(found).isGreaterThanOrEqualTo(38);
    }

    @ParameterizedTest
    @ValueSource(ints = {39, 40, 41, 42, 43, 44})
    void painThatIsReportedAtNoonTakesNothingBackThatOpenedInTheMorning(int painful) {
        Diary diary = new Diary().walks(0, 34, 1).walks(35, 44, 14).pain(painful, 4);

        assertThat(Ward.ofAFile().take(diary).told())
                .extracting(Finding::change)
                .doesNotContain(WITHDRAWN);
    }

    @Test
    void anUnevenWalkWithoutASideRaisesNothingByItself() {
        Diary diary = unevenWalks();
        for (int day = 30; day < 50; day++) {
            diary.pain(day, 6);
        }

        Ward ward = Ward.ofAFile().take(diary);

        assertThat(ward.told(IMBALANCE)).isEmpty();
        assertThat(ward.told(COMPENSATION)).isEmpty();
    }

    @Test
    void anUnevenWalkWithoutASideStandsBesideAFinding() {
        Diary diary = unevenWalks().walks(0, 34, 1).walks(35, 49, 14);

        Finding finding = Ward.ofAFile().take(diary).told(IMBALANCE).get(0);

        assertThat(finding.evidence().numbers())
                .containsEntry("walkingAsymmetryUsual", 4.0)
                .containsEntry("walkingAsymmetryRaised", 7.0)
                .containsEntry("walkingAsymmetryDaysNeeded", 4.0)
                .hasEntrySatisfying(
                        "walkingAsymmetryDays", days -> assertThat(days).isGreaterThanOrEqualTo(4));
    }

    private static Diary unevenWalks() {
        Diary diary = new Diary();
        for (int day = 0; day < 50; day++) {
            diary.add(ActivityBout.of("u" + day, Diary.PATIENT, Diary.at(day, 17, 0), Diary.at(day, 17, 30))
                    .activity(Activity.WALKING)
                    .load(new WalkingAsymmetry(day < 35 ? 4 : 9))
                    .build());
        }
        return diary;
    }
}
