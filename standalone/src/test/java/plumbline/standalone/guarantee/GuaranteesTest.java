package plumbline.standalone.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.standalone.guarantee.Tale.alert;
import static plumbline.standalone.guarantee.Tale.call;
import static plumbline.standalone.guarantee.Tale.ended;
import static plumbline.standalone.guarantee.Tale.entry;
import static plumbline.standalone.guarantee.Tale.finding;
import static plumbline.standalone.guarantee.Tale.nudge;
import static plumbline.standalone.guarantee.Tale.outage;
import static plumbline.standalone.guarantee.Tale.published;
import static plumbline.standalone.guarantee.Tale.receipt;
import static plumbline.standalone.guarantee.Tale.started;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.Reason;
import plumbline.contract.patient.PatientProfile;
import plumbline.contract.patient.QuietHours;
import plumbline.standalone.recording.History;
import plumbline.standalone.recording.History.Kept;

/** Each guarantee holds in a history that is in order, and is seen to fail in one that is not. */
class GuaranteesTest {
    private static final int OK = 204;
    private static final Notification FIRST = call("d-1", 1, 1, Reason.FIRST);
    private static final Notification AGAIN = call("d-1", 2, 35, Reason.FIRST);
    private static final Notification STEP = call("d-2", 1, 5, Reason.STEP);
    private static final Notification CLOSING = call("d-3", 1, 10, Reason.RESOLVED);

    @Test
    void aFindingThatIsSaidTwiceIsDecidedOnce() {
        holds(DecisionGuarantee.breaches(Tale.of(finding(0), finding(0), entry(1, 0, "opened"))));
    }

    @Test
    void aFindingWithoutADecisionIsABreach() {
        fails(DecisionGuarantee.breaches(Tale.of(finding(0))), "1 findings, 0 decisions");
    }

    @Test
    void aFindingThatIsDecidedTwiceIsABreach() {
        fails(
                DecisionGuarantee.breaches(Tale.of(finding(0), entry(1, 0, "opened"), entry(2, 1, "opened"))),
                "1 findings, 2 decisions");
    }

    @Test
    void whatArrivedOrEscalatedHasReachedSomebody() {
        holds(ReachGuarantee.breaches(Tale.of(
                published(1, AlertStatus.OPEN, Optional.empty()),
                FIRST,
                ended(FIRST, 2, Outcome.DELIVERED),
                receipt("d-1", 1.5, OK),
                STEP,
                ended(STEP, 6, Outcome.GONE),
                entry(1, 6, "dead-letter"),
                entry(2, 6, "step"))));
    }

    @Test
    void anAlertOfWhichNobodyWasToldIsABreach() {
        fails(ReachGuarantee.breaches(Tale.of(published(1, AlertStatus.OPEN, Optional.empty()))), "nobody was told");
    }

    @Test
    void aMessageThatIsLostOnItsWayIsABreach() {
        fails(ReachGuarantee.breaches(Tale.of(FIRST, started(FIRST, 1.1))), "neither arrived nor was given up");
    }

    @Test
    void aMessageThatOnlyTheSenderBelievesInIsABreach() {
        fails(
                ReachGuarantee.breaches(Tale.of(FIRST, ended(FIRST, 2, Outcome.DELIVERED), receipt("d-1", 1.5, 500))),
                "nobody received it");
    }

    @Test
    void aDeadLetterThatNothingFollowsIsABreach() {
        fails(ReachGuarantee.breaches(Tale.of(entry(1, 6, "dead-letter"))), "nothing followed the dead letter");
    }

    @Test
    void aDeadLetterAfterTheEndNeedsNoNextStep() {
        holds(ReachGuarantee.breaches(Tale.of(entry(1, 5, "resolved"), entry(2, 6, "dead-letter"))));
    }

    @Test
    void aCrashInMidSendExplainsOneMoreArrival() {
        holds(OneIdGuarantee.breaches(Tale.of(
                FIRST,
                started(FIRST, 1.1),
                receipt("d-1", 1.5, OK),
                outage(2, 5),
                AGAIN,
                started(AGAIN, 35.1),
                receipt("d-1", 36, OK),
                ended(AGAIN, 36.1, Outcome.DELIVERED))));
    }

    @Test
    void aSecondArrivalWithoutACrashIsABreach() {
        fails(
                OneIdGuarantee.breaches(
                        Tale.of(FIRST, started(FIRST, 1.1), receipt("d-1", 1.5, OK), receipt("d-1", 1.6, OK))),
                "arrived 2 times");
    }

    @Test
    void aSecondArrivalOfWhatWasSentBeforeItsStartWasCommittedIsABreach() {
        fails(
                OneIdGuarantee.breaches(Tale.of(
                        FIRST,
                        receipt("d-1", 1.5, OK),
                        outage(1.6, 5),
                        started(FIRST, 5.1),
                        receipt("d-1", 5.2, OK),
                        ended(FIRST, 5.3, Outcome.DELIVERED))),
                "arrived 2 times");
    }

    @Test
    void twoMessagesUnderOneIdAreABreach() {
        fails(OneIdGuarantee.breaches(Tale.of(FIRST, call("d-1", 1, 5, Reason.STEP))), "another message");
    }

    @Test
    void aMessageThatNobodyCommandedIsABreach() {
        fails(OneIdGuarantee.breaches(Tale.of(receipt("d-9", 1, OK))), "never commanded");
    }

    @Test
    void twoStatesOfAnAlertUnderOneEventIdAreABreach() {
        fails(
                OneIdGuarantee.breaches(Tale.of(
                        published(1, AlertStatus.OPEN, Optional.empty()),
                        published(1, AlertStatus.RESOLVED, Optional.empty()))),
                "two states of an alert");
    }

    @Test
    void aNudgeThatWasRefusedMayComeAgain() {
        Notification nudge = nudge("n-1", 1, 1);
        holds(NudgeGuarantee.breaches(Tale.of(
                patient(1, 2),
                nudge,
                receipt("n-1", 1.1, 503),
                ended(nudge, 1.2, Outcome.RETRY),
                nudge("n-1", 2, 7),
                receipt("n-1", 7.1, OK))));
    }

    @Test
    void aNudgeThatComesAgainAfterACrashIsABreach() {
        Notification nudge = nudge("n-1", 1, 1);
        fails(
                NudgeGuarantee.breaches(Tale.of(
                        patient(1, 2),
                        nudge,
                        started(nudge, 1.1),
                        receipt("n-1", 1.2, OK),
                        outage(1.3, 4),
                        receipt("n-1", 5, OK))),
                "arrived 2 times");
    }

    @Test
    void aNudgeInQuietHoursIsABreach() {
        fails(
                NudgeGuarantee.breaches(Tale.of(patient(11, 13), nudge("n-1", 1, 1), receipt("n-1", 1.1, OK))),
                "in quiet hours");
    }

    @Test
    void aTimerThatFiresAtItsTimeIsInOrder() {
        holds(TimerGuarantee.breaches(Tale.of(
                published(1, AlertStatus.OPEN, Optional.of(5.0)),
                published(5.9, AlertStatus.OPEN, Optional.of(59.0)),
                entry(1, 5.9, "step"))));
    }

    @Test
    void anOutageExcusesATimerUntilItIsOver() {
        holds(TimerGuarantee.breaches(Tale.of(
                published(1, AlertStatus.OPEN, Optional.of(5.0)),
                outage(4, 20),
                published(21, AlertStatus.OPEN, Optional.of(59.0)),
                entry(1, 21, "step"))));
    }

    @Test
    void aTimerThatFiresEarlyIsABreach() {
        fails(
                TimerGuarantee.breaches(Tale.of(
                        published(1, AlertStatus.OPEN, Optional.of(5.0)),
                        published(4.999, AlertStatus.OPEN, Optional.of(59.0)),
                        entry(1, 4.999, "step"))),
                "step at");
    }

    @Test
    void aTimerThatFiresTwiceIsABreach() {
        fails(
                TimerGuarantee.breaches(Tale.of(
                        published(1, AlertStatus.OPEN, Optional.of(5.0)),
                        published(5.5, AlertStatus.OPEN, Optional.of(59.0)),
                        entry(1, 5.5, "step"),
                        entry(2, 6.5, "step"))),
                "step at");
    }

    @Test
    void aTimerThatFiresLateIsABreach() {
        fails(
                TimerGuarantee.breaches(Tale.of(
                        published(1, AlertStatus.OPEN, Optional.of(5.0)),
                        published(7.1, AlertStatus.OPEN, Optional.of(59.0)))),
                "nothing until");
    }

    @Test
    void aTimerThatIsLostIsABreach() {
        fails(TimerGuarantee.breaches(Tale.of(published(1, AlertStatus.OPEN, Optional.of(5.0)))), "nothing until");
    }

    @Test
    void aRetryBeforeItsTimeIsABreach() {
        fails(
                TimerGuarantee.breaches(
                        Tale.of(FIRST, ended(FIRST, 2, Outcome.RETRY), call("d-1", 2, 3.9, Reason.FIRST))),
                "attempt 2");
    }

    @Test
    void anAcknowledgedAlertThatOnlyClosesIsInOrder() {
        holds(AcknowledgementGuarantee.breaches(
                Tale.of(FIRST, entry(1, 2, "acknowledged", "dr", ""), entry(2, 9, "resolved", "dr", ""), CLOSING)));
    }

    @Test
    void aStepAfterAnAcknowledgementIsABreach() {
        fails(
                AcknowledgementGuarantee.breaches(
                        Tale.of(entry(1, 2, "acknowledged", "dr", ""), entry(2, 5, "step"), STEP)),
                "called north/anna");
    }

    @Test
    void aRetryAfterAnAcknowledgementIsABreach() {
        fails(
                AcknowledgementGuarantee.breaches(Tale.of(FIRST, entry(1, 2, "acknowledged", "dr", ""), AGAIN)),
                "attempt 2");
    }

    @Test
    void aClosingAfterItsFiringsIsInOrder() {
        holds(ClosingGuarantee.breaches(
                Tale.of(FIRST, STEP, CLOSING, receipt("d-1", 1, OK), receipt("d-2", 6, OK), receipt("d-3", 11, OK))));
    }

    @Test
    void aFiringThatArrivesAfterTheClosingIsABreach() {
        fails(
                ClosingGuarantee.breaches(Tale.of(
                        FIRST, STEP, CLOSING, receipt("d-1", 1, OK), receipt("d-3", 11, OK), receipt("d-2", 12, OK))),
                "after the closing");
    }

    @Test
    void aHistoryThatTellsTheStateIsInOrder() {
        holds(ReplayGuarantee.breaches(resolved(entry(2, 9, "resolved", "dr", ""))));
    }

    @Test
    void aGapInTheHistoryIsABreach() {
        fails(ReplayGuarantee.breaches(resolved(entry(3, 9, "resolved", "dr", ""))), "entry 2 has number 3");
    }

    @Test
    void aHistoryThatTellsAnotherStateIsABreach() {
        fails(ReplayGuarantee.breaches(resolved(entry(2, 9, "acknowledged", "dr", ""))), "by its history acknowledged");
    }

    @Test
    void aStateThatIsNotTheOneThatWasPublishedIsABreach() {
        fails(
                ReplayGuarantee.breaches(
                        Tale.of(published(1, AlertStatus.OPEN, Optional.empty()), entry(1, 1, "opened"))),
                "kept as");
    }

    @Test
    void aKillAtEachPointOfASendIsInOrder() {
        Notification answered = call("d-4", 1, 1, Reason.FIRST);
        Notification reported = call("d-5", 1, 1, Reason.FIRST);
        Notification sent = call("d-6", 1, 1, Reason.FIRST);
        holds(PointsGuarantee.breaches(Tale.of(
                FIRST,
                STEP,
                started(STEP, 5.1),
                sent,
                started(sent, 1.1),
                receipt("d-6", 9, 0),
                answered,
                started(answered, 1.1),
                receipt("d-4", 9, OK),
                reported,
                started(reported, 1.1),
                receipt("d-5", 9, OK),
                ended(reported, 9.5, Outcome.DELIVERED),
                outage(10, 15))));
    }

    @Test
    void aPointThatNoKillMetIsABreach() {
        fails(PointsGuarantee.breaches(Tale.of(FIRST, outage(10, 15))), "no message was SENT");
    }

    private static History resolved(Object end) {
        return Tale.of(
                published(1, AlertStatus.RESOLVED, Optional.empty()),
                new Kept(alert(AlertStatus.RESOLVED, Optional.empty())),
                entry(1, 1, "opened"),
                end);
    }

    private static PatientProfile patient(int quietFrom, int quietTo) {
        return new PatientProfile(
                Tale.PATIENT,
                OptionalInt.empty(),
                Optional.of(ZoneId.of("UTC")),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.of(new QuietHours(LocalTime.of(quietFrom, 0), LocalTime.of(quietTo, 0))),
                Optional.empty());
    }

    private static void holds(List<String> breaches) {
        assertThat(breaches).isEmpty();
    }

    private static void fails(List<String> breaches, String with) {
        assertThat(breaches).isNotEmpty().anyMatch(breach -> breach.contains(with));
    }
}
