package plumbline.notifier.casework;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.contract.alert.ActionKind;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.notifier.Findings;
import plumbline.notifier.casefile.Case;
import plumbline.notifier.casefile.Episode;

class EscalationTest {
    private static final Findings URGENT = Findings.of(FindingKind.URGENT_PAIN, Severity.EMERGENCY);
    private static final Findings ROUTINE = Findings.of(FindingKind.RECURRENT_PAIN, Severity.ROUTINE);
    private static final String MEMBERS =
            "'members':[{'id':'anna','channels':[{'kind':'webhook','address':'https://example.org/anna'},{'kind':'log'}]},"
                    + "{'id':'ben','channels':[{'kind':'log'}]},{'id':'chef','channels':[{'kind':'log'}]}]";
    private static final String STEPS = "'urgent':{'steps':[{'after':'PT0S','to':['anna'],'over':['webhook']},"
            + "{'after':'PT5M','to':['ben']},{'after':'PT15M','to':['chef']}],'repeat':'PT15M'}";
    private static final String FIRST = "north/anna webhook first";

    private final Scenario scenario =
            new Scenario().patient("'careTeam':'north'").team("north", MEMBERS + "," + STEPS);

    @Test
    void climbsAndRepeatsUntilSomebodyAcknowledgesAndActs() {
        scenario.finds(URGENT).expect(FIRST).arrives();
        scenario.at(ofMinutes(5)).expect("north/ben log step").arrives();
        scenario.at(ofMinutes(15)).expect("north/chef log step").arrives();
        scenario.at(ofMinutes(30)).expect("north/chef log repeat").arrives();
        scenario.at(ofMinutes(31)).acts(ActionKind.ACKNOWLEDGE).acts(ActionKind.CONTACT);
        scenario.at(ofDays(9)).nothing();
    }

    @Test
    void anAcknowledgementWithoutActionExpiresAndTheAlertSpeaksAgain() {
        scenario.finds(URGENT).expect(FIRST).arrives().acts(ActionKind.ACKNOWLEDGE);
        scenario.at(ofMinutes(30))
                .expect("north/anna webhook acknowledgement-expired")
                .recorded("acknowledgement-expired")
                .arrives();
        scenario.at(ofMinutes(35)).expect("north/ben log step");
    }

    @Test
    void aRoutineAcknowledgementLastsThreeDays() {
        scenario.team("north", MEMBERS + ",'routine':{'steps':[{'after':'PT0S','to':['ben']}]}");
        scenario.finds(ROUTINE).expect("north/ben log first").arrives().acts(ActionKind.ACKNOWLEDGE);
        scenario.at(ofDays(3)).expect("north/ben log acknowledgement-expired");
    }

    @Test
    void whereNobodyIsOnCallItGoesOnAtOnceAndSaysSo() {
        scenario.team("north", MEMBERS.replace("'id':'anna'", "'id':'anna','away':true") + "," + STEPS);
        scenario.finds(URGENT)
                .expect("north/ben log first")
                .recorded("nobody-to-tell")
                .arrives();
        scenario.at(ofMinutes(10)).expect("north/chef log step");
    }

    @Test
    void whereNobodyIsThereAtAllTheInstallationsOwnTeamHearsIt() {
        scenario.team("north", MEMBERS.replace("'channels'", "'away':true,'channels'") + "," + STEPS);
        scenario.finds(URGENT).expect("default webhook first").arrives();
        scenario.at(ofMinutes(15)).expect("default webhook repeat");
    }

    @Test
    void decliningHandsOnAtOnce() {
        scenario.finds(URGENT).expect(FIRST).arrives();
        scenario.at(ofMinutes(1))
                .acts(ActionKind.ACKNOWLEDGE)
                .acts(ActionKind.ESCALATE)
                .expect("north/ben log step")
                .arrives();
        scenario.at(ofMinutes(11)).expect("north/chef log step");
        assertThat(scenario.newest().status()).isEqualTo(AlertStatus.OPEN);
    }

    @Test
    void ofTwoAcknowledgementsTheSecondIsRefused() {
        scenario.finds(URGENT)
                .actsOn(1, ActionKind.ACKNOWLEDGE)
                .actsOn(1, ActionKind.ACKNOWLEDGE)
                .refused();
    }

    @Test
    void anAcknowledgementThatCrossesAStepIsTaken() {
        scenario.finds(URGENT).expect(FIRST).arrives();
        scenario.at(ofMinutes(5)).expect("north/ben log step").arrives().actsOn(1, ActionKind.ACKNOWLEDGE);
        scenario.at(ofMinutes(34)).nothing();
    }

    @Test
    void aMessageThatArrivedStopsNothing() {
        scenario.finds(URGENT).expect(FIRST).arrives();
        assertThat(scenario.newest().status()).isEqualTo(AlertStatus.OPEN);
        scenario.at(ofMinutes(5)).expect("north/ben log step");
    }

    @Test
    void aSnoozeHoldsTheStepsAndTheyGoOnAfterIt() {
        scenario.finds(URGENT).expect(FIRST).arrives();
        scenario.at(ofMinutes(4)).snoozes(ofMinutes(60));
        scenario.at(ofMinutes(60))
                .expect("north/ben log step")
                .recorded("snooze-ended")
                .arrives();
        scenario.at(ofMinutes(70)).expect("north/chef log step");
    }

    @Test
    void anUrgentAlertCannotBeSnoozedAway() {
        scenario.finds(URGENT).snoozes(ofDays(2)).refused();
    }

    @Test
    void aResolveBeforeTheFiringWasDeliveredTakesItBack() {
        scenario.finds(URGENT).expect(FIRST).acts(ActionKind.RESOLVE).fails(Outcome.RETRY);
        scenario.at(ofDays(1)).nothing();
    }

    @Test
    void aResolveWhileTheFiringIsUnderWayClosesBehindIt() {
        scenario.finds(URGENT).expect(FIRST).acts(ActionKind.RESOLVE).nothing();
        scenario.arrives().expect("north/anna webhook resolved");
    }

    @Test
    void afterTwoFailuresTheOtherChannelOfTheSameMemberHelps() {
        scenario.finds(URGENT).expect(FIRST).fails(Outcome.RETRY);
        scenario.ward().pass(Duration.ofSeconds(3));
        scenario.expect(FIRST)
                .fails(Outcome.RETRY)
                .expect("north/anna log first")
                .recorded("fallback");
    }

    @Test
    void afterTwentySecondsUnderWayTheOtherChannelHelps() {
        scenario.finds(URGENT).expect(FIRST);
        scenario.at(Duration.ofSeconds(20)).expect("north/anna log first").recorded("fallback");
        scenario.ward().pass(ofMinutes(4));
        scenario.nothing();
    }

    @Test
    void anEndpointThatIsSparedForTwentySecondsIsHelpedOut() {
        scenario.finds(URGENT).expect(FIRST).fails(Outcome.DEFERRED);
        scenario.ward().pass(ofSeconds(2));
        scenario.expect(FIRST).fails(Outcome.DEFERRED);
        scenario.ward().pass(ofSeconds(18));
        scenario.expect(FIRST, "north/anna log first");
    }

    @Test
    void aFallbackThatFailsAsksNoThird() {
        scenario.finds(URGENT).expect(FIRST);
        scenario.at(ofSeconds(20)).expect("north/anna log first").fails(Outcome.RETRY);
        scenario.ward().pass(ofSeconds(3));
        scenario.expect(FIRST, "north/anna log first").fails(Outcome.RETRY).nothing();
    }

    @Test
    void nobodyHelpsOutOnceSomebodyAcknowledged() {
        scenario.finds(URGENT).expect(FIRST).acts(ActionKind.ACKNOWLEDGE);
        scenario.at(ofSeconds(25)).nothing();
    }

    @Test
    void whoseAddressIsGoneIsCalledByAnotherAndToldOfIt() {
        scenario.finds(URGENT).expect(FIRST).fails(Outcome.GONE);
        scenario.expect("north/anna log first", "north/anna log endpoint-gone", "north/ben log step");
    }

    @Test
    void anAddressThatIsKnownToBeGoneIsNotToldOfAgain() {
        scenario.finds(URGENT).expect(FIRST);
        Ward ward = scenario.ward();
        ward.endedUnasked(
                ward.sent.stream()
                        .filter(sent -> sent.channel() == ChannelKind.WEBHOOK
                                && sent.recipient().equals("north/anna"))
                        .findFirst()
                        .orElseThrow(),
                Outcome.GONE);
        scenario.expect("north/anna log first", "north/ben log step");
    }

    @Test
    void aDeadLetterEscalatesAtOnceButTheLastStepDoesNotHurry() {
        scenario.finds(URGENT).expect(FIRST).fails(Outcome.EXPIRED);
        scenario.expect("north/ben log step").fails(Outcome.EXPIRED);
        scenario.expect("north/chef log step").fails(Outcome.EXPIRED);
        scenario.at(ofMinutes(15)).expect("north/chef log repeat");
    }

    @Test
    void theStepsAreFrozenWhenItOpens() {
        scenario.finds(URGENT).expect(FIRST).arrives().team("north", MEMBERS);
        scenario.at(ofMinutes(5)).expect("north/ben log step");
    }

    @Test
    void theTeamThatIsHandedOverToComesAfterTheLastStep() {
        scenario.team("north", handingOver("south", "nia")).team("south", handingOver("north", "sue"));
        scenario.finds(URGENT).expect("north/nia log first").arrives();
        scenario.at(ofMinutes(2)).expect("south/sue log step").arrives();
        scenario.at(ofMinutes(4)).expect("south/sue log repeat");
    }

    private static String handingOver(String next, String member) {
        return "'handOver':'" + next + "','members':[{'id':'" + member
                + "','channels':[{'kind':'log'}]}],'urgent':{'steps':[{'after':'PT0S'}],'repeat':'PT2M'}";
    }

    @Test
    void afterAnOutageAnOverdueStepFiresOnce() {
        scenario.finds(URGENT).expect(FIRST).arrives();
        Ward ward = scenario.ward();
        ward.now = ward.now.plus(ofHours(2));
        ward.step(new Input.Tick());
        ward.step(new Input.Tick());

        scenario.expect("north/ben log step");
    }

    @Test
    void quietHoursOfAMemberHoldWhatCanWait() {
        scenario.team("north", quietBen());
        scenario.finds(ROUTINE).nothing().recorded("held");
        scenario.at(ofHours(1)).expect("north/ben log first");
    }

    @Test
    void whatIsUrgentPassesQuietHours() {
        scenario.team("north", quietBen());
        scenario.finds(URGENT).expect("north/ben log first");
    }

    private static String quietBen() {
        return "'members':[{'id':'ben','quietHours':{'from':'10:00','to':'12:00'},'channels':[{'kind':'log'}]}]";
    }

    @Test
    void aStepIsSilentBesideAnEmergencyAndThatIsRecorded() {
        scenario.finds(URGENT)
                .expect(FIRST)
                .arrives()
                .acts(ActionKind.ACKNOWLEDGE)
                .acts(ActionKind.CONTACT)
                .finds(ROUTINE);
        scenario.at(ofDays(3)).nothing().recorded("inhibited");
    }

    @Test
    void everyOpenAlertHasANextStep() {
        scenario.finds(URGENT).finds(ROUTINE);
        Ward ward = scenario.ward();

        assertThat(Audit.of(ward.file, ward.now)).isEmpty();
        assertThat(Audit.of(ward.file, ward.now.plus(ofHours(1))))
                .extracting(Audit.Note::fault)
                .containsExactly(Audit.Fault.OVERDUE);
    }

    @Test
    void whoIsGivenAnAlertIsToldByName() {
        scenario.team(
                "north",
                MEMBERS.replace(
                        "'id':'anna','channels':[{'kind':'webhook','address':'https://example.org/anna'},",
                        "'id':'anna','channels':["));
        scenario.finds(ROUTINE)
                .expect("north/anna log first", "north/ben log first", "north/chef log first")
                .arrives()
                .acts(ActionKind.ACKNOWLEDGE)
                .acts(ActionKind.ASSIGN)
                .expect("north/anna log assigned")
                .fails(Outcome.RETRY);
        scenario.ward().pass(Duration.ofSeconds(7));
        scenario.expect("north/anna log assigned").arrives();
        assertThat(scenario.newest().assignee()).contains("anna");
    }

    @Test
    void whoIsNoMemberOfTheTeamIsNotToldAndTheHistorySaysSo() {
        scenario.team("north", MEMBERS.replace("anna", "zoe"));
        scenario.finds(ROUTINE).ward().allDelivered();
        scenario.ward().sent.clear();
        scenario.acts(ActionKind.ASSIGN).recorded("nobody-to-tell");
        assertThat(scenario.ward().sent).isEmpty();
    }

    @Test
    void anAlertOfAnEarlierReleaseGetsItsNextStepAndSaysNothingByThat() {
        Ward ward = scenario.finds(URGENT).expect(FIRST).arrives().ward();
        ward.file = ofEarlierRelease(ward.file);
        ward.step(new Input.Listed(ward.file.profile()));

        scenario.nothing();
        assertThat(ward.file.version()).isEqualTo(Case.VERSION);
        assertThat(Audit.of(ward.file, ward.now)).isEmpty();
        scenario.at(ofMinutes(5)).expect("north/ben log step");
    }

    @Test
    void anAcknowledgedAlertOfAnEarlierReleaseExpires() {
        Ward ward = scenario.finds(URGENT)
                .expect(FIRST)
                .arrives()
                .acts(ActionKind.ACKNOWLEDGE)
                .ward();
        ward.file = ofEarlierRelease(ward.file);
        ward.step(new Input.Tick());

        scenario.at(ofMinutes(30)).expect("north/anna webhook acknowledgement-expired");
    }

    /** The same case as the second form of the state had it: nobody is asked next. */
    private static Case ofEarlierRelease(Case file) {
        return new Case(
                2,
                file.patient(),
                file.offsetSeconds(),
                file.profile(),
                file.episodes().stream()
                        .map(episode -> new Episode(
                                episode.id(),
                                episode.alertId(),
                                episode.alert().map(alert -> alert.pursued(Optional.empty())),
                                episode.unalerted(),
                                episode.journal(),
                                episode.told(),
                                Optional.empty()))
                        .toList(),
                file.deliveries(),
                file.nudged());
    }

    @Test
    void whileNoWorkerReportsTheCaseDoesNotGrowAndTheLossIsRecorded() {
        Ward ward = scenario.ward();
        scenario.finds(URGENT);
        ward.pass(ofDays(2));

        assertThat(ward.file.deliveries()).hasSizeLessThan(5);
        scenario.recorded("dead-letter");
    }
}
