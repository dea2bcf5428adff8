package plumbline.notifier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import plumbline.contract.alert.ActionKind;
import plumbline.contract.alert.Alert;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Side;
import plumbline.notifier.Findings;

class FindingsBecomeAlertsTest {
    private static final Findings URGENT = Findings.of(FindingKind.URGENT_PAIN, Severity.EMERGENCY);
    private static final Findings PERSISTENT = Findings.of(FindingKind.PERSISTENT_PAIN, Severity.ROUTINE);
    private static final Findings COMPENSATION = Findings.of(FindingKind.COMPENSATION, Severity.ROUTINE);

    private final Ward ward = new Ward();

    @Test
    void anEmergencyTellsTeamAndPatientAtOnceOnTheUrgentLane() {
        assertThat(ward.find(URGENT.opened(ward.now)))
                .containsExactly(
                        "alert open active r1",
                        "entry 1 opened",
                        "send urgent care-team first #1",
                        "entry 2 sent",
                        "send urgent patient first #1",
                        "entry 3 sent");
    }

    @Test
    void persistentPainRefersAndItsPlanWaitsNinetyMinutes() {
        assertThat(ward.find(PERSISTENT.opened(ward.now)))
                .containsExactly(
                        "alert open active r1",
                        "entry 1 opened",
                        "send routine care-team first #1",
                        "entry 2 sent",
                        "send nudge patient first #1",
                        "entry 3 sent",
                        "entry 4 held");
        ward.allDelivered();

        assertThat(ward.pass(Duration.ofMinutes(89))).isEmpty();
        assertThat(ward.pass(Duration.ofMinutes(1))).containsExactly("send nudge patient nudge #1", "entry 7 sent");
        assertThat(ward.last().text())
                .startsWith("1. Release (both sides): ball")
                .contains("4. Walk: ");
    }

    @Test
    void aCompensationHasNoPlanForATherapistLooksFirst() {
        ward.find(COMPENSATION.opened(ward.now));

        assertThat(ward.sent).hasSize(2);
        assertThat(ward.last().text()).contains("therapist will look at it first");
        assertThat(ward.pass(Duration.ofDays(2))).noneMatch(effect -> effect.startsWith("send nudge patient nudge"));
    }

    @Test
    void aCompensationTakesThePlanFromAPersistentPainToo() {
        ward.find(COMPENSATION.opened(ward.now));

        assertThat(ward.find(PERSISTENT.opened(ward.now))).contains("entry 2 suppressed");
    }

    @Test
    void selfCareImbalanceMakesANudgeForTheSideAndNoAlert() {
        Findings imbalance = Findings.of(FindingKind.IMBALANCE, Severity.SELF_CARE);

        assertThat(ward.find(imbalance.say(Change.OPENED, ward.now, today(), Side.RIGHT)))
                .containsExactly("entry 1 opened", "send nudge patient nudge #1", "entry 2 sent");
        assertThat(ward.verdict).isEqualTo(Verdict.SUPPRESSED_SELF_CARE);
        assertThat(ward.last().text()).contains("Release (right side)", "Stretch (right side)", "Activate (left side)");
    }

    @Test
    void anImbalanceThatBecomesRoutineContinuesItsHistoryAsAnAlert() {
        Findings imbalance = Findings.of(FindingKind.IMBALANCE, Severity.SELF_CARE);
        ward.find(imbalance.opened(ward.now));

        assertThat(ward.find(imbalance.at(Severity.ROUTINE).updated(ward.now.plusSeconds(1))))
                .startsWith("alert open active r1", "entry 3 opened", "send routine care-team first #1");
        assertThat(ward.verdict).isEqualTo(Verdict.ALERT);
    }

    @Test
    void theSameFindingAgainChangesNothing() {
        Finding opened = PERSISTENT.opened(ward.now);
        ward.find(opened);

        assertThat(ward.find(opened)).isEmpty();
        assertThat(ward.verdict).isEqualTo(Verdict.SUPPRESSED_REPEAT);
    }

    @Test
    void anOlderStateOfTheFindingChangesNothing() {
        Finding opened = PERSISTENT.opened(ward.now);
        ward.find(opened);
        ward.find(PERSISTENT.updated(ward.now.plusSeconds(60)));

        assertThat(ward.find(opened)).isEmpty();
    }

    @Test
    void anUpdateMakesARevisionAndNoMessage() {
        ward.find(COMPENSATION.opened(ward.now));

        assertThat(ward.find(COMPENSATION.updated(ward.now.plusSeconds(60))))
                .containsExactly("alert open active r2", "entry 4 updated");
    }

    @Test
    void aGraverUpdateSpeaksAgainAndUndoesTheAcknowledgement() {
        ward.find(PERSISTENT.opened(ward.now));
        ward.act(ActionKind.ACKNOWLEDGE, 1);

        assertThat(ward.find(PERSISTENT.at(Severity.SAME_DAY).updated(ward.now.plusSeconds(60))))
                .contains("alert open active r3", "send urgent care-team worse #1", "send urgent patient worse #1");
    }

    @Test
    void anEndedFindingResolvesItsAlertAndEverybodyWhoWasToldHearsIt() {
        ward.find(COMPENSATION.opened(ward.now));
        ward.allDelivered();
        ward.pass(Duration.ofHours(2));

        assertThat(ward.find(COMPENSATION.resolved(ward.now)))
                .containsExactly(
                        "alert resolved active r2",
                        "entry 6 resolved",
                        "send routine care-team resolved #1",
                        "entry 7 sent",
                        "send nudge patient resolved #1",
                        "entry 8 sent");
    }

    @Test
    void nobodyHearsOfTheEndWhoNeverHeardOfTheBeginning() {
        ward.find(PERSISTENT.opened(at("2026-11-20T22:00:00Z")));
        ward.allDelivered();
        ward.find(PERSISTENT.withdrawn(ward.now.plusSeconds(5)));

        assertThat(ward.sent)
                .extracting(sent ->
                        sent.recipientKind().code() + " " + sent.reason().code())
                .containsExactly("care-team first", "care-team resolved");
    }

    @Test
    void anEmergencyWhoseFindingEndsStaysOpenUntilATeamClearsIt() {
        ward.find(URGENT.opened(ward.now));

        assertThat(ward.find(URGENT.resolved(ward.now.plusSeconds(1))))
                .containsExactly("alert open active r2", "entry 4 finding-resolved");
    }

    @Test
    void aReopenedFindingWithinADayContinuesTheAlert() {
        ward.find(COMPENSATION.opened(ward.now));
        ward.find(COMPENSATION.resolved(ward.now.plusSeconds(1)));
        ward.pass(Duration.ofHours(23));

        assertThat(ward.find(COMPENSATION.opened(ward.now))).startsWith("alert open active r3");
        assertThat(ward.alerts)
                .extracting(Alert::id)
                .containsOnly(ward.alerts.get(0).id());
    }

    @Test
    void aReopenedFindingAfterADayIsANewAlert() {
        ward.find(COMPENSATION.opened(ward.now));
        ward.find(COMPENSATION.resolved(ward.now.plusSeconds(1)));
        ward.pass(Duration.ofHours(25));

        assertThat(ward.find(COMPENSATION.opened(ward.now))).startsWith("alert open active r1", "entry 1 opened");
        assertThat(ward.alerts)
                .extracting(Alert::id)
                .last()
                .isNotEqualTo(ward.alerts.get(0).id());
    }

    @Test
    void aFindingThatGoesOnAfterAPersonResolvedItStaysResolved() {
        ward.find(COMPENSATION.opened(ward.now));
        ward.act(ActionKind.RESOLVE, 1);

        assertThat(ward.find(COMPENSATION.updated(ward.now.plusSeconds(1))))
                .containsExactly("alert resolved active r3", "entry 5 updated");
    }

    @Test
    void anEmergencyOfThePastAsksForAReviewAndTellsNoPatient() {
        Finding late = URGENT.say(Change.OPENED, ward.now, today().minusDays(5), Side.UNKNOWN);

        assertThat(ward.find(late))
                .containsExactly(
                        "alert open review r1",
                        "entry 1 opened",
                        "entry 2 review",
                        "send routine care-team first #1",
                        "entry 3 sent");
        assertThat(ward.last().text()).contains("48 hours late");
    }

    @Test
    void aRoutineFindingOfThePastIsSilentUntilItIsFresh() {
        Finding late = COMPENSATION.say(Change.OPENED, ward.now, today().minusDays(5), Side.UNKNOWN);

        assertThat(ward.find(late)).containsExactly("alert open dormant r1", "entry 1 opened", "entry 2 dormant");
        assertThat(ward.find(COMPENSATION.updated(ward.now.plusSeconds(1))))
                .startsWith("alert open active r2", "entry 3 active", "send routine care-team first #1");
    }

    @Test
    void theEndOfAFindingThatNobodyKnowsIsNoAlert() {
        assertThat(ward.find(COMPENSATION.resolved(ward.now))).isEmpty();
        assertThat(ward.verdict).isEqualTo(Verdict.SUPPRESSED_UNKNOWN);
    }

    @Test
    void aRoutineAlertIsSilentBesideAnEmergencyAndSpeaksOnceThatIsCleared() {
        ward.find(URGENT.opened(ward.now));
        ward.allDelivered();

        assertThat(ward.find(COMPENSATION.opened(ward.now)))
                .containsExactly("alert open active r1", "entry 1 opened", "entry 2 inhibited", "entry 3 inhibited");

        assertThat(ward.step(ward.resolve(URGENT))).contains("send routine care-team first #1");
    }

    @Test
    void anEmergencyStopsAPlanThatWasWaiting() {
        ward.find(PERSISTENT.opened(ward.now));
        ward.find(URGENT.opened(ward.now.plusSeconds(1)));

        assertThat(ward.pass(Duration.ofDays(3))).noneMatch(effect -> effect.startsWith("send nudge"));
    }

    private LocalDate today() {
        return ward.now.atOffset(Findings.OFFSET).toLocalDate();
    }

    private Instant at(String time) {
        ward.now = Instant.parse(time);
        return ward.now;
    }
}
