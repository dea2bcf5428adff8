package plumbline.analytics.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.analytics.Diary;
import plumbline.analytics.effort.Efforts;
import plumbline.analytics.episode.Ending;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Lean;
import plumbline.analytics.episode.Person;
import plumbline.analytics.episode.Register;
import plumbline.analytics.episode.Settled;
import plumbline.analytics.episode.Span;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.history.History;
import plumbline.analytics.history.Horizon;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.timeline.DayDigest;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Ledger;
import plumbline.analytics.timeline.LoadEntry;
import plumbline.analytics.timeline.Loads;
import plumbline.analytics.timeline.Region;
import plumbline.analytics.timeline.Report;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Lift;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Pattern;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Limit;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

/** State that was written stays readable: the files are append-only, one for each record and version. */
class StateGoldenTest {
    private static final LocalDate DAY = Diary.FIRST;
    private static final Region BACK = new Region(Optional.of(Site.LOWER_BACK), Side.LEFT);

    @Test
    void readsADayRecordOfVersion1AndKnowsNotWhichBoutItsLoadBelongsTo() throws IOException {
        DayRecord day = DayRecord.of(walk()).get(DAY);
        LoadEntry load = day.loads().entries().get(0);
        Loads nameless = new Loads(List.of(new LoadEntry(
                0, load.minute(), load.measure(), load.version(), load.retracted(), load.index(), load.seconds())));

        assertThat(DayCodec.decode(DAY, golden("day-1")))
                .isEqualTo(new DayRecord(day.strip(), nameless, Efforts.NONE, day.newest()));
    }

    @Test
    void readsADayRecordOfVersion2() throws IOException {
        ActivityBout lift = ActivityBout.of("b", Diary.PATIENT, Diary.at(0, 9, 0), Diary.at(0, 9, 1))
                .activity(Activity.LIFTING)
                .lift(new Lift(30, 25, 75, 25, 0, 0.2))
                .build();
        DayRecord day = DayRecord.of(walk()).get(DAY).merge(DayRecord.of(lift).get(DAY));

        assertThat(hex(DayCodec.encode(day))).isEqualTo(hex(golden("day-2")));
        assertThat(DayCodec.decode(DAY, golden("day-2"))).isEqualTo(day);
    }

    private static ActivityBout walk() {
        return ActivityBout.of(
                        "a",
                        Diary.PATIENT,
                        Diary.at(0, 23, 30),
                        Diary.at(0, 23, 30).plusHours(1))
                .activity(Activity.WALKING)
                .load(Diary.load(Measure.STANCE_TIME, -7.5))
                .version(3)
                .build();
    }

    @Test
    void readsALedgerOfVersion1() throws IOException {
        Ledger ledger = Ledger.EMPTY
                .with(Report.of(new Diary().report(0, 6).source("app").build()))
                .with(Report.of(new Diary()
                        .report(1, 10)
                        .version(2)
                        .retracted(true)
                        .onset(Onset.SUDDEN)
                        .flare(true)
                        .symptoms(List.of(Symptom.SADDLE_NUMBNESS, Symptom.PSORIASIS))
                        .limits(List.of(Limit.SLEEP, Limit.SELF_CARE))
                        .build()));

        Ledger read = LedgerCodec.decode(golden("ledger-1"));

        assertThat(read.reports()).containsExactlyElementsOf(ledger.reports());
        assertThat(read.newest()).isEqualTo(ledger.newest());
        assertThat(hex(LedgerCodec.encode(ledger))).isEqualTo(hex(golden("ledger-1")));
    }

    @Test
    void readsAHistoryOfVersion1() throws IOException {
        History history = new History(
                Horizon.of(DAY, Instant.EPOCH),
                List.of(new DayDigest(
                        DAY.minusDays(40),
                        900,
                        120,
                        0,
                        Map.of(Measure.GROUND_FORCE, -512, Measure.WALKING_ASYMMETRY, 300))),
                List.of(
                        new PainDay(DAY.minusDays(40), BACK, 7, 12, 2),
                        new PainDay(DAY.minusDays(39), Region.UNSAID, Report.UNSCORED, 0, 0)));

        assertThat(HistoryCodec.decode(golden("history-1"))).isEqualTo(history);
        assertThat(HistoryCodec.newestDay(golden("history-1"))).isEqualTo(DAY);
    }

    @Test
    void readsAHistoryOfVersion2() throws IOException {
        History history = new History(
                new Horizon(List.of(
                        new Horizon.Step(Instant.parse("2026-09-01T10:00:00.5Z"), DAY.minusDays(1)),
                        new Horizon.Step(Instant.parse("2026-09-01T10:00:01Z"), DAY))),
                List.of(new DayDigest(DAY.minusDays(40), 900, 120, 600, Map.of(Measure.GROUND_FORCE, -512))),
                List.of(new PainDay(DAY.minusDays(40), BACK, 7, 12, 2)));

        assertThat(hex(HistoryCodec.encode(history))).isEqualTo(hex(golden("history-2")));
        assertThat(HistoryCodec.decode(golden("history-2"))).isEqualTo(history);
        assertThat(HistoryCodec.newestDay(golden("history-2"))).isEqualTo(DAY);
    }

    @Test
    void readsARegisterOfVersion1() throws IOException {
        Register register = new Register(
                Instant.parse("2026-09-01T10:00:00.5Z"),
                Optional.of(Instant.parse("2026-10-01T00:00:00Z")),
                List.of(
                        new Known(
                                "abcdefghijklmnop",
                                new Subject(FindingKind.COMPENSATION, BACK),
                                new Span(DAY, DAY.plusDays(3), DAY.plusDays(9), Optional.empty()),
                                Grade.of(
                                        Severity.SOON,
                                        new Lean(
                                                Optional.of(Pattern.ANTALGIC),
                                                Side.RIGHT,
                                                Measure.POWER_BALANCE,
                                                -1.25,
                                                2.5),
                                        Settled.NOTHING),
                                new Known.Stated(Instant.parse("2026-09-10T10:00:00Z"), -7)),
                        new Known(
                                "ponmlkjihgfedcba",
                                new Subject(FindingKind.PERSISTENT_PAIN, BACK),
                                new Span(DAY, DAY, DAY, Optional.of(new Ending(DAY.plusDays(31), "LAPSED"))),
                                new Grade(Severity.ROUTINE, OptionalInt.of(1), 0, Optional.empty(), Settled.NOTHING),
                                new Known.Stated(Instant.EPOCH, 1))));

        assertThat(RegisterCodec.decode(golden("register-1"))).isEqualTo(register);
    }

    @Test
    void readsARegisterOfVersion2() throws IOException {
        Settled settled = new Settled(DAY.plusDays(60), 3, 1, OptionalInt.of(65), Optional.of(Severity.SOON));
        Register register = new Register(
                Instant.parse("2026-09-01T10:00:00.5Z"),
                Optional.empty(),
                List.of(new Known(
                        "abcdefghijklmnop",
                        new Subject(FindingKind.PERSISTENT_PAIN, BACK),
                        new Span(DAY, DAY.plusDays(3), DAY.plusDays(90), Optional.empty()),
                        new Grade(Severity.SOON, OptionalInt.of(4), 2, Optional.empty(), settled),
                        new Known.Stated(Instant.parse("2026-09-10T10:00:00Z"), -7))));

        assertThat(hex(RegisterCodec.encode(register))).isEqualTo(hex(golden("register-2")));
        assertThat(RegisterCodec.decode(golden("register-2"))).isEqualTo(register);
    }

    @Test
    void readsAPersonOfVersion1() throws IOException {
        Person person = new Person(
                Set.of(Symptom.CANCER_HISTORY, Symptom.PSORIASIS),
                OptionalInt.of(1958),
                Optional.of(Instant.parse("2026-09-01T10:00:00.5Z")));

        assertThat(PersonCodec.decode(golden("person-1"))).isEqualTo(person);
        assertThat(hex(PersonCodec.encode(person))).isEqualTo(hex(golden("person-1")));
        assertThat(PersonCodec.decode(PersonCodec.encode(Person.UNKNOWN))).isEqualTo(Person.UNKNOWN);
    }

    @Test
    void refusesStateOfALaterRelease() {
        assertThat(catchThrowable(() -> HistoryCodec.decode(new byte[] {3, 0, 0, 0, 0})))
                .hasMessageContaining("state of version 3");
    }

    /** Constants are stored by their place: new ones go to the end. */
    @ParameterizedTest
    @CsvSource({
        "plumbline.contract.vocabulary.Site, LOWER_BACK UPPER_BACK NECK SHOULDER ELBOW WRIST_HAND PELVIS HIP BUTTOCK GROIN THIGH KNEE LOWER_LEG ANKLE_FOOT CHEST ABDOMEN HEAD",
        "plumbline.contract.vocabulary.Side, LEFT RIGHT BOTH MIDLINE UNKNOWN",
        "plumbline.contract.vocabulary.Onset, SUDDEN GRADUAL UNKNOWN",
        "plumbline.contract.vocabulary.Limit, WALKING STANDING SITTING SLEEP WORK SELF_CARE",
        "plumbline.contract.vocabulary.Measure, GROUND_FORCE STANCE_TIME SWING_TIME GROUND_CONTACT_TIME FOOT_ENERGY STANDING_LOAD MUSCLE_ACTIVATION POWER_BALANCE WALKING_ASYMMETRY",
        "plumbline.contract.vocabulary.Symptom, SADDLE_NUMBNESS BLADDER_CHANGE BOWEL_CHANGE SEXUAL_DYSFUNCTION_NEW BILATERAL_LEG_SYMPTOMS LEG_SYMPTOMS_NOW_BILATERAL LEG_WEAKNESS_PROGRESSIVE GAIT_DISTURBANCE_NEW CLUMSY_LIMBS CHEST_PAIN MAJOR_TRAUMA PULSATILE_ABDOMEN TEARING_PAIN COLLAPSE CANCER_HISTORY FEVER RIGORS UNWELL_WITH_PAIN MOTOR_LOSS_ONE_SIDE MINOR_TRAUMA LONG_TERM_STEROIDS OSTEOPOROSIS WEIGHT_LOSS_UNEXPLAINED NIGHT_PAIN_UNRELIEVED THORACIC_OR_BANDLIKE_PAIN STRUCTURAL_DEFORMITY FIRST_EPISODE IV_DRUG_USE IMMUNOSUPPRESSED RECENT_INFECTION LEG_PAIN LEG_NUMBNESS WAKES_SECOND_HALF_OF_NIGHT BUTTOCK_PAIN BETTER_WITH_MOVEMENT BETTER_ON_NSAID FAMILY_HISTORY_INFLAMMATORY ARTHRITIS ENTHESITIS PSORIASIS",
        "plumbline.contract.finding.FindingKind, URGENT_PAIN RED_FLAG PERSISTENT_PAIN RECURRENT_PAIN WORSENING_PAIN FLARE IMPROVEMENT COMPENSATION IMBALANCE PROLONGED_SITTING PROLONGED_STANDING REPETITIVE_LOAD HEAVY_LIFT WENT_QUIET DEVICE_SUSPECT",
        "plumbline.contract.finding.Severity, EMERGENCY SAME_DAY SOON ROUTINE SELF_CARE INFO",
        "plumbline.contract.finding.Pattern, ANTALGIC OVERLOAD",
        "plumbline.analytics.timeline.Posture, NO_DATA UNWORN LYING SITTING STANDING MOVING"
    })
    void storedConstantsKeepTheirPlaces(String type, String names) throws ClassNotFoundException {
        List<String> constants = Arrays.stream(Class.forName(type).getEnumConstants())
                .map(Object::toString)
                .toList();

        assertThat(constants).startsWith(names.split(" "));
    }

    private static byte[] golden(String name) throws IOException {
        try (var in = StateGoldenTest.class.getResourceAsStream("/state/" + name + ".hex")) {
            return HexFormat.of().parseHex(new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip());
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
