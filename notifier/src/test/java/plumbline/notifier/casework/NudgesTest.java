package plumbline.notifier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.notifier.Findings;

class NudgesTest {
    private static final FindingKind[] SELF_CARE = {
        FindingKind.IMBALANCE,
        FindingKind.HEAVY_LIFT,
        FindingKind.FLARE,
        FindingKind.DEVICE_SUSPECT,
        FindingKind.IMPROVEMENT
    };

    private final Ward ward = new Ward();

    @Test
    void threeADayNinetyMinutesApart() {
        ward.now = Instant.parse("2026-11-20T07:00:00Z");
        for (FindingKind kind : SELF_CARE) {
            ward.find(Findings.of(kind, Severity.SELF_CARE).opened(ward.now));
            ward.allDelivered();
        }
        ward.pass(Duration.ofHours(12));

        assertThat(ward.sent).hasSize(3);
        assertThat(Duration.between(ward.sent.get(0).at(), ward.sent.get(1).at()))
                .isEqualTo(Duration.ofMinutes(90));
        assertThat(Duration.between(ward.sent.get(1).at(), ward.sent.get(2).at()))
                .isEqualTo(Duration.ofMinutes(90));
    }

    @Test
    void aPatientMayWantFewerOrNone() {
        ward.now = Instant.parse("2026-11-20T07:00:00Z");
        ward.list("'nudges':{'perDay':1}");
        for (FindingKind kind : SELF_CARE) {
            ward.find(Findings.of(kind, Severity.SELF_CARE).opened(ward.now));
            ward.allDelivered();
        }
        ward.pass(Duration.ofHours(12));
        assertThat(ward.sent).hasSize(1);

        ward.list("'nudges':{'perDay':0}");
        ward.pass(Duration.ofDays(3));

        assertThat(ward.sent).hasSize(1);
    }

    @Test
    void whatAPatientSwitchedOffIsNotSaid() {
        ward.list("'nudges':{'off':['heavy-lift']}");
        ward.find(Findings.of(FindingKind.HEAVY_LIFT, Severity.SELF_CARE).opened(ward.now));
        assertThat(ward.sent).isEmpty();
        assertThat(lastWhat()).isEqualTo("suppressed");

        ward.find(Findings.of(FindingKind.FLARE, Severity.INFO).opened(ward.now));

        assertThat(ward.sent).hasSize(1);
    }

    @Test
    void whoWantsNoNudgesIsStillToldToSeeSomebody() {
        ward.list("'nudges':{'perDay':0,'off':['persistent-pain']}");
        ward.find(Findings.of(FindingKind.PERSISTENT_PAIN, Severity.ROUTINE).opened(ward.now));

        assertThat(ward.sent)
                .filteredOn(command -> command.recipientKind() == RecipientKind.PATIENT)
                .hasSize(1);
    }

    @Test
    void theDayIsThatOfThePatientsOwnZone() {
        ward.now = Instant.parse("2026-11-20T10:00:00Z");
        ward.list("'timeZone':'America/New_York'");
        ward.find(Findings.of(FindingKind.IMBALANCE, Severity.SELF_CARE).opened(ward.now));
        ward.pass(Duration.ofDays(1));

        assertThat(ward.sent).extracting(Notification::at).containsExactly(Instant.parse("2026-11-20T13:00:00Z"));
    }

    @Test
    void quietHoursNarrowTheDay() {
        ward.now = Instant.parse("2026-11-20T12:30:00Z");
        ward.list("'timeZone':'UTC','quietHours':{'from':'12:00','to':'14:15'}");
        ward.find(Findings.of(FindingKind.IMBALANCE, Severity.SELF_CARE).opened(ward.now));
        ward.pass(Duration.ofDays(1));

        assertThat(ward.sent).extracting(Notification::at).containsExactly(Instant.parse("2026-11-20T14:15:00Z"));
        assertThat(ward.sent).extracting(Notification::expires).containsExactly(Instant.parse("2026-11-20T21:00:00Z"));
    }

    @Test
    void quietHoursThatLeaveNoTimeSilenceNudges() {
        ward.list("'timeZone':'UTC','quietHours':{'from':'07:00','to':'22:00'}");
        ward.find(Findings.of(FindingKind.IMBALANCE, Severity.SELF_CARE).opened(ward.now));
        ward.pass(Duration.ofDays(3));

        assertThat(ward.sent).isEmpty();
        assertThat(lastWhat()).isEqualTo("suppressed");
    }

    @Test
    void urgentPassesEveryWish() {
        ward.list("'timeZone':'UTC','quietHours':{'from':'07:00','to':'22:00'},'nudges':{'perDay':0}");
        ward.find(Findings.of(FindingKind.RED_FLAG, Severity.EMERGENCY).opened(ward.now));

        assertThat(ward.sent).extracting(Notification::recipientKind).contains(RecipientKind.PATIENT);
    }

    @Test
    void atNightItWaitsForTheMorningOfThePatient() {
        ward.now = Instant.parse("2026-11-20T20:00:00Z");
        ward.find(Findings.of(FindingKind.IMBALANCE, Severity.SELF_CARE).opened(ward.now));
        ward.pass(Duration.ofDays(1));

        assertThat(ward.sent).extracting(Notification::at).containsExactly(Instant.parse("2026-11-21T07:00:00Z"));
    }

    @Test
    void aBreakWhoseMomentHasPassedIsNotSent() {
        ward.now = Instant.parse("2026-11-20T20:00:00Z");
        ward.find(Findings.of(FindingKind.PROLONGED_SITTING, Severity.SELF_CARE).opened(ward.now));
        ward.pass(Duration.ofDays(1));

        assertThat(ward.sent).isEmpty();
        assertThat(lastWhat()).isEqualTo("expired");
    }

    @Test
    void theSameTextGoesOutOnceADay() {
        ward.find(new Findings(
                        "sit-1", "p-1", FindingKind.PROLONGED_SITTING, Severity.SELF_CARE, java.util.Optional.empty())
                .opened(ward.now));
        ward.pass(Duration.ofHours(2));
        ward.find(new Findings(
                        "sit-2", "p-1", FindingKind.PROLONGED_SITTING, Severity.SELF_CARE, java.util.Optional.empty())
                .opened(ward.now));

        assertThat(ward.sent).hasSize(1);
        assertThat(lastWhat()).isEqualTo("suppressed");
    }

    @ParameterizedTest
    @EnumSource(names = {"PROLONGED_SITTING", "PROLONGED_STANDING", "REPETITIVE_LOAD", "HEAVY_LIFT"})
    void aSecondTimeOnOneDayAddsNoNudgeAndTheEndOfTheDayIsNotTold(FindingKind kind) {
        Findings strain = Findings.of(kind, Severity.SELF_CARE);
        ward.find(strain.opened(ward.now));
        ward.allDelivered();
        ward.pass(Duration.ofHours(3));
        ward.find(strain.updated(ward.now));
        ward.pass(Duration.ofHours(12));
        ward.find(strain.resolved(ward.now));
        ward.pass(Duration.ofDays(1));

        assertThat(ward.sent).extracting(Notification::recipientKind).containsExactly(RecipientKind.PATIENT);
        assertThat(ward.alerts).isEmpty();
    }

    @Test
    void aDeviceThatIsNotWornIsNoReasonForANudge() {
        Findings unworn = Findings.of(FindingKind.WENT_QUIET, Severity.INFO);
        ward.find(unworn.opened(ward.now));
        ward.pass(Duration.ofDays(1));
        ward.find(unworn.updated(ward.now));
        ward.find(unworn.resolved(ward.now));
        ward.pass(Duration.ofDays(1));

        assertThat(ward.sent).isEmpty();
        assertThat(ward.alerts).isEmpty();
    }

    @Test
    void aNudgeMustNotArriveAfterTheEveningBegins() {
        ward.now = Instant.parse("2026-11-20T19:30:00Z");
        ward.find(Findings.of(FindingKind.IMBALANCE, Severity.SELF_CARE).opened(ward.now));

        assertThat(ward.last().expires()).isEqualTo(Instant.parse("2026-11-20T20:00:00Z"));
    }

    @Test
    void anUrgentMessageToAPatientPassesAtNight() {
        ward.now = Instant.parse("2026-11-20T23:00:00Z");
        ward.find(Findings.of(FindingKind.RED_FLAG, Severity.SAME_DAY).opened(ward.now));

        assertThat(ward.sent).hasSize(2).extracting(Notification::lane).containsOnly(Lane.URGENT);
    }

    @Test
    void aReferralIsRepeatedToThePatientOnlyAfterFourteenDays() {
        Findings worsening = Findings.of(FindingKind.PERSISTENT_PAIN, Severity.ROUTINE);
        ward.find(worsening.opened(ward.now));
        ward.pass(Duration.ofDays(5));
        ward.find(worsening.at(Severity.SOON).updated(ward.now));

        assertThat(ward.history)
                .extracting(append -> append.entry().detail())
                .contains("arrange-appointment: the patient was referred within 14 days");
    }

    private String lastWhat() {
        return ward.history.get(ward.history.size() - 1).entry().what();
    }
}
