package plumbline.analytics.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.finding.Change.OPENED;
import static plumbline.contract.finding.Change.RESOLVED;
import static plumbline.contract.finding.Change.UPDATED;
import static plumbline.contract.finding.FindingKind.RED_FLAG;
import static plumbline.contract.finding.FindingKind.URGENT_PAIN;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.analytics.Diary;
import plumbline.analytics.Ward;
import plumbline.analytics.history.ActiveDays;
import plumbline.analytics.history.Background;
import plumbline.analytics.history.Pains;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Report;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Codes;
import plumbline.contract.vocabulary.Limit;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Symptom;

class SignsTest {
    private static final Codes<Symptom> SYMPTOMS = Codes.of(Symptom.class);

    @ParameterizedTest
    @CsvSource({
        "7, SUDDEN,  ,          SAME_DAY",
        "6, SUDDEN,  ,          ",
        "7, GRADUAL, ,          ",
        "8, GRADUAL, WALKING,   SAME_DAY",
        "8, UNKNOWN, STANDING,  SAME_DAY",
        "8, UNKNOWN, SLEEP,     SAME_DAY",
        "8, UNKNOWN, SITTING,   ",
        "8, UNKNOWN, WORK,      ",
        "7, GRADUAL, WALKING,   ",
        "10, GRADUAL, ,         "
    })
    void gradesPainByOnsetIntensityAndLimits(int intensity, Onset onset, Limit limit, Severity severity) {
        PainReport report = new Diary()
                .report(0, intensity)
                .onset(onset)
                .limits(limit == null ? List.of() : List.of(limit))
                .build();

        Ward ward = Ward.ofAFile().take(List.of(report));

        assertThat(ward.told(URGENT_PAIN))
                .extracting(Finding::severity)
                .isEqualTo(severity == null ? List.of() : List.of(severity));
    }

    @ParameterizedTest
    @CsvSource({
        "fever, SAME_DAY",
        "rigors, SAME_DAY",
        "unwell-with-pain, SAME_DAY",
        "motor-loss-one-side, SAME_DAY",
        "fever chest-pain, EMERGENCY",
        "cancer-history, ",
        "cancer-history leg-pain, EMERGENCY",
        "cancer-history leg-numbness, EMERGENCY",
        "cancer-history night-pain-unrelieved, SAME_DAY",
        "cancer-history first-episode, SAME_DAY",
        "cancer-history thoracic-or-bandlike-pain, SAME_DAY",
        "minor-trauma, ",
        "minor-trauma osteoporosis, SAME_DAY",
        "minor-trauma long-term-steroids, SAME_DAY",
        "leg-pain, ",
        "weight-loss-unexplained, SOON",
        "night-pain-unrelieved, SOON",
        "structural-deformity, SOON",
        "weight-loss-unexplained night-pain-unrelieved, SAME_DAY",
        "weight-loss-unexplained structural-deformity, SOON",
        "iv-drug-use, SOON",
        "immunosuppressed recent-infection, SAME_DAY",
        "osteoporosis, "
    })
    void gradesSymptomsAndTheirCombinations(String codes, Severity severity) {
        List<Symptom> symptoms = Arrays.stream(codes.split(" "))
                .flatMap(code -> SYMPTOMS.find(code).stream())
                .toList();

        Ward ward = Ward.ofAFile()
                .take(List.of(new Diary().report(0, 2).symptoms(symptoms).build()));

        assertThat(ward.told(RED_FLAG))
                .extracting(Finding::severity)
                .isEqualTo(severity == null ? List.of() : List.of(severity));
    }

    @ParameterizedTest
    @EnumSource(
            value = Symptom.class,
            names = {
                "SADDLE_NUMBNESS",
                "BLADDER_CHANGE",
                "BOWEL_CHANGE",
                "SEXUAL_DYSFUNCTION_NEW",
                "BILATERAL_LEG_SYMPTOMS",
                "LEG_SYMPTOMS_NOW_BILATERAL",
                "LEG_WEAKNESS_PROGRESSIVE",
                "GAIT_DISTURBANCE_NEW",
                "CLUMSY_LIMBS",
                "CHEST_PAIN",
                "MAJOR_TRAUMA",
                "PULSATILE_ABDOMEN",
                "TEARING_PAIN",
                "COLLAPSE"
            })
    void everyEmergencyCodeAloneIsAnEmergencyEvenWithoutAScore(Symptom symptom) {
        PainReport report = PainReport.of("r", Diary.PATIENT, Diary.at(0, 12, 0))
                .symptoms(List.of(symptom))
                .build();

        Ward ward = Ward.ofAFile().take(List.of(report));

        assertThat(ward.told(RED_FLAG)).extracting(Finding::severity).containsExactly(Severity.EMERGENCY);
    }

    @Test
    void severePainWithAnEmergencySignIsBoth() {
        PainReport report = new Diary()
                .report(0, 9)
                .onset(Onset.SUDDEN)
                .symptoms(List.of(Symptom.SADDLE_NUMBNESS))
                .build();

        Ward ward = Ward.ofAFile().take(List.of(report));

        assertThat(ward.told()).extracting(Finding::severity).containsExactly(Severity.EMERGENCY, Severity.EMERGENCY);
        assertThat(ward.told(URGENT_PAIN).get(0).summary())
                .isEqualTo("Sudden pain of 9 in the lower back, left, with saddle numbness");
        assertThat(ward.told(RED_FLAG).get(0).summary())
                .isEqualTo("Emergency sign in the lower back, left: saddle numbness");
    }

    @Test
    void reportsWithinAWeekAreOneEpisodeThatEndsOnTheEighthDay() {
        Ward ward = Ward.ofAFile()
                .take(Stream.of(0, 7)
                        .map(day -> (Event)
                                new Diary().report(day, 9).onset(Onset.SUDDEN).build())
                        .toList());

        assertThat(ward.wake(14).changes(URGENT_PAIN)).containsExactly(OPENED, UPDATED);
        assertThat(ward.wake(15).changes(URGENT_PAIN)).containsExactly(OPENED, UPDATED, RESOLVED);
        assertThat(ward.told())
                .extracting(Finding::id)
                .containsOnly(ward.told().get(0).id());
    }

    @Test
    void anEmergencyLearntLateIsToldOnceAndThenResolved() {
        Ward ward = Ward.live().takeLive(new Diary().pain(30, 1).events());
        PainReport late =
                new Diary().report(2, 3).symptoms(List.of(Symptom.COLLAPSE)).build();

        ward.takeLive(List.of(late, late)).takeLive(new Diary().pain(31, 1).events());

        assertThat(ward.changes(RED_FLAG)).containsExactly(OPENED, RESOLVED);
    }

    @Test
    void ageAndRiskFactorsGradeToo() {
        Report fall = Report.of(
                new Diary().report(0, 4).symptoms(List.of(Symptom.MINOR_TRAUMA)).build());

        assertThat(redFlag(fall, Set.of(), OptionalInt.of(70))).isEmpty();
        assertThat(redFlag(fall, Set.of(), OptionalInt.of(71))).contains(Severity.SAME_DAY);
        assertThat(redFlag(fall, Set.of(Symptom.OSTEOPOROSIS), OptionalInt.empty()))
                .contains(Severity.SAME_DAY);
    }

    @Test
    void aFirstEpisodeIsASignInTheYoungAndTheOld() {
        Report first = Report.of(new Diary()
                .report(0, 4)
                .symptoms(List.of(Symptom.FIRST_EPISODE))
                .build());

        assertThat(redFlag(first, Set.of(), OptionalInt.of(15))).contains(Severity.SOON);
        assertThat(redFlag(first, Set.of(), OptionalInt.of(16))).isEmpty();
        assertThat(redFlag(first, Set.of(), OptionalInt.of(60))).isEmpty();
        assertThat(redFlag(first, Set.of(), OptionalInt.of(61))).contains(Severity.SOON);
    }

    @Test
    void aSignBesideARiskFactorOnRecordGoesOneLevelUp() {
        Report night = Report.of(new Diary()
                .report(0, 4)
                .symptoms(List.of(Symptom.NIGHT_PAIN_UNRELIEVED))
                .build());

        assertThat(redFlag(night, Set.of(Symptom.IMMUNOSUPPRESSED), OptionalInt.empty()))
                .contains(Severity.SAME_DAY);
        assertThat(redFlag(night, Set.of(Symptom.OSTEOPOROSIS), OptionalInt.empty()))
                .contains(Severity.SOON);
    }

    @Test
    void newSeverePainOnSteroidsIsASignWithoutAnySymptom() {
        Report sudden = Report.of(new Diary().report(0, 7).onset(Onset.SUDDEN).build());
        Report old = Report.of(new Diary().report(0, 7).onset(Onset.GRADUAL).build());

        assertThat(redFlag(sudden, Set.of(Symptom.LONG_TERM_STEROIDS), OptionalInt.empty()))
                .contains(Severity.SOON);
        assertThat(redFlag(old, Set.of(Symptom.LONG_TERM_STEROIDS), OptionalInt.empty()))
                .isEmpty();
    }

    @Test
    void legPainIsWorthALookOnceThePainHasLastedSixWeeks() {
        Diary diary = new Diary().pain(0, 41, 4);
        diary.add(diary.report(42, 4).symptoms(List.of(Symptom.LEG_PAIN)).build());

        Ward ward = Ward.ofAFile().take(diary);

        assertThat(ward.told(RED_FLAG)).extracting(Finding::severity).containsExactly(Severity.ROUTINE);
    }

    private static Optional<Severity> redFlag(Report report, Set<Symptom> riskFactors, OptionalInt age) {
        Timeline.Now now =
                new Timeline.Now(report.at().instant(), report.date(), LocalDate.MIN, report.at(), DayRecord.EMPTY);
        Timeline timeline = new Timeline(now, new Pains(List.of(), List.of(report)), ActiveDays.NONE, List.of());
        Setting setting = new Setting(timeline, new Background(riskFactors, age), List.of(), List.of());
        return new Grading(PolicyFile.standard().signs(), setting).redFlag(report);
    }
}
