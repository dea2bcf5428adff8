package plumbline.notifier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import plumbline.contract.alert.ActionKind;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.Reason;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.notifier.Findings;

class DeliveriesTest {
    private static final Findings URGENT = Findings.of(FindingKind.URGENT_PAIN, Severity.EMERGENCY);
    private static final Findings COMPENSATION = Findings.of(FindingKind.COMPENSATION, Severity.ROUTINE);

    private final Ward ward = new Ward();

    @Test
    void anUrgentMessageIsRepeatedFastUnderTheSameIdUntilItsStepEnds() {
        ward.find(URGENT.opened(ward.now));
        Notification first = toTeam();
        List<Duration> waits = failUntilGivenUp(first);

        List<Integer> schedule = List.of(2, 5, 15, 30, 60);
        for (int i = 0; i < schedule.size(); i++) {
            assertThat(waits.get(i).toMillis()).isBetween(schedule.get(i) * 1000L, schedule.get(i) * 1200L);
        }
        assertThat(Duration.between(first.at(), ward.now)).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(5));
        assertThat(ward.sent)
                .filteredOn(sent -> sent.recipientKind() == RecipientKind.CARE_TEAM && sent.reason() == Reason.FIRST)
                .extracting(Notification::id)
                .containsOnly(first.id());
    }

    @Test
    void aRoutineMessageFollowsTheStandardScheduleAndEndsAfterTenAttempts() {
        ward.find(COMPENSATION.opened(ward.now));
        ward.allDelivered();
        ward.step(ward.resolve(COMPENSATION));
        Notification closing = ward.sent.stream()
                .filter(sent -> sent.recipientKind() == RecipientKind.CARE_TEAM && sent.reason() == Reason.RESOLVED)
                .findFirst()
                .orElseThrow();
        List<Duration> waits = failUntilGivenUp(closing);

        List<Long> minutes = List.of(5L, 30L, 120L, 300L, 600L, 840L, 1200L, 1440L);
        assertThat(waits).hasSize(9);
        assertThat(waits.get(0).toMillis()).isBetween(5_000L, 6_000L);
        for (int i = 0; i < minutes.size(); i++) {
            assertThat(waits.get(i + 1).toSeconds()).isBetween(minutes.get(i) * 60, minutes.get(i) * 72);
        }
    }

    @Test
    void retryAfterIsNeverUndercut() {
        ward.find(URGENT.opened(ward.now));
        ward.ended(toTeam(), Outcome.RETRY, OptionalLong.of(90_000));

        assertThat(ward.pass(Duration.ofSeconds(89))).isEmpty();
        assertThat(ward.pass(Duration.ofSeconds(1))).contains("send urgent care-team first #2");
    }

    @Test
    void whatWasNotTriedComesAgainAsTheSameAttempt() {
        ward.find(URGENT.opened(ward.now));
        ward.started(toTeam());

        assertThat(ward.ended(toTeam(), Outcome.DEFERRED, OptionalLong.of(4_000)))
                .singleElement()
                .asString()
                .endsWith("deferred");
        assertThat(ward.pass(Duration.ofMillis(3_999))).isEmpty();
        assertThat(ward.pass(Duration.ofSeconds(1))).contains("send urgent care-team first #1");
        assertThat(ward.ended(newest(toTeam()), Outcome.DELIVERED)).anyMatch(effect -> effect.endsWith("delivered"));
    }

    @Test
    void anEndpointThatIsSparedForHoursUsesUpNoAttemptAndIsAskedLessAndLessOften() {
        ward.find(COMPENSATION.opened(ward.now));
        Instant begin = ward.now;
        for (int i = 0; i < 25; i++) {
            ward.ended(newest(toTeam()), Outcome.DEFERRED);
            ward.pass(Duration.between(ward.now, dueOf(toTeam())));
        }

        assertThat(newest(toTeam()).attempt()).isEqualTo(1);
        assertThat(Duration.between(begin, ward.now)).isGreaterThan(Duration.ofHours(4));
        assertThat(ward.ended(newest(toTeam()), Outcome.DELIVERED)).anyMatch(effect -> effect.endsWith("delivered"));
    }

    @Test
    void anUrgentMessageThatCannotBeTriedIsAskedForAtLeastEveryMinuteAndEndsInADeadLetter() {
        ward.find(URGENT.opened(ward.now));
        Duration longest = Duration.ZERO;
        while (ward.history.stream().noneMatch(append -> append.entry().what().equals("dead-letter"))) {
            Instant asked = ward.now;
            ward.ended(newest(toTeam()), Outcome.DEFERRED);
            if (ward.file.deliveries().stream().anyMatch(one -> one.id().equals(toTeam().id()))) {
                ward.pass(Duration.between(ward.now, dueOf(toTeam())));
            }
            Duration waited = Duration.between(asked, ward.now);
            longest = waited.compareTo(longest) > 0 ? waited : longest;
        }

        assertThat(longest).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(72));
        assertThat(newest(toTeam()).attempt()).isEqualTo(1);
    }

    @Test
    void aNudgeThatWasNotTriedComesAgainWithinItsMoment() {
        ward.find(Findings.of(FindingKind.IMBALANCE, Severity.SELF_CARE).opened(ward.now));
        ward.ended(ward.last(), Outcome.DEFERRED, OptionalLong.of(10_000));

        assertThat(ward.pass(Duration.ofSeconds(12))).contains("send nudge patient nudge #1");
    }

    @Test
    void whatWasNotTriedIsNotSentAfterSomebodyAcknowledged() {
        ward.find(URGENT.opened(ward.now));
        Notification first = toTeam();
        ward.act(ActionKind.ACKNOWLEDGE, 1);

        assertThat(ward.ended(first, Outcome.DEFERRED))
                .singleElement()
                .asString()
                .endsWith("cancelled");
    }

    @Test
    void aRetryAfterBeyondTheEndIsGivenUpAtOnce() {
        ward.find(URGENT.opened(ward.now));

        assertThat(ward.ended(toTeam(), Outcome.RETRY, OptionalLong.of(86_400_000)))
                .startsWith("entry 4 dead-letter")
                .contains("send urgent care-team step #1");
    }

    @Test
    void anAlertWithoutAFinalReportIsInDoubtAndSentAgain() {
        ward.find(URGENT.opened(ward.now));
        Notification first = toTeam();
        ward.started(first);

        assertThat(ward.pass(Duration.ofSeconds(29))).isEmpty();
        assertThat(ward.pass(Duration.ofSeconds(4)))
                .containsExactly("entry 4 in-doubt", "entry 5 retry", "send urgent care-team first #2", "entry 6 sent");
    }

    @Test
    void aNudgeInDoubtIsNotSentAgain() {
        ward.find(Findings.of(FindingKind.IMBALANCE, Severity.SELF_CARE).opened(ward.now));
        ward.started(ward.last());

        assertThat(ward.pass(Duration.ofDays(3))).containsExactly("entry 3 in-doubt");
    }

    @Test
    void aLateReportOnlyAddsToTheHistory() {
        ward.find(URGENT.opened(ward.now));
        Notification first = toTeam();
        ward.started(first);
        ward.pass(Duration.ofSeconds(40));

        assertThat(ward.ended(first, Outcome.DELIVERED))
                .singleElement()
                .asString()
                .endsWith("late-report");
    }

    @Test
    void anEndpointThatIsGoneIsRecordedAndNotTriedAgain() {
        ward.find(COMPENSATION.opened(ward.now));

        assertThat(ward.ended(toTeam(), Outcome.GONE))
                .startsWith("entry 4 endpoint-gone", "entry 5 dead-letter")
                .contains("send routine care-team step #1");
    }

    @Test
    void aRefusedAlertIsTriedAgainForAMisconfiguredReceiverMayBeMended() {
        ward.find(URGENT.opened(ward.now));

        assertThat(ward.ended(toTeam(), Outcome.REFUSED))
                .singleElement()
                .asString()
                .endsWith("retry");
    }

    @Test
    void aClosingNeverOvertakesItsFiring() {
        ward.find(COMPENSATION.opened(ward.now));
        Notification firing = toTeam();
        ward.started(firing);

        assertThat(ward.step(ward.resolve(COMPENSATION))).noneMatch(effect -> effect.startsWith("send"));
        assertThat(ward.ended(firing, Outcome.DELIVERED)).contains("send routine care-team resolved #1");
    }

    @Test
    void aClosingWaitsForALaterFiringThatIsOnItsWay() {
        ward.find(COMPENSATION.opened(ward.now));
        ward.ended(toTeam(), Outcome.DELIVERED);
        ward.pass(Duration.ofHours(24));
        Notification step = ward.last();

        assertThat(step.reason()).isEqualTo(Reason.STEP);
        assertThat(ward.step(ward.resolve(COMPENSATION))).noneMatch(effect -> effect.startsWith("send"));
        assertThat(ward.ended(step, Outcome.RETRY)).contains("send routine care-team resolved #1");
    }

    @Test
    void aFiringThatFailedIsNotRepeatedAfterTheEnd() {
        ward.find(COMPENSATION.opened(ward.now));
        Notification firing = toTeam();
        ward.step(ward.resolve(COMPENSATION));

        assertThat(ward.ended(firing, Outcome.RETRY)).singleElement().asString().endsWith("cancelled");
    }

    @Test
    void aReportThatIsRepeatedChangesNothing() {
        ward.find(COMPENSATION.opened(ward.now));
        ward.ended(toTeam(), Outcome.DELIVERED);

        assertThat(ward.ended(toTeam(), Outcome.DELIVERED)).isEmpty();
    }

    private Notification toTeam() {
        return ward.sent.stream()
                .filter(sent -> sent.recipientKind() == RecipientKind.CARE_TEAM)
                .findFirst()
                .orElseThrow();
    }

    private Instant dueOf(Notification of) {
        return ward.file.deliveries().stream()
                .filter(delivery -> delivery.id().equals(of.id()))
                .findFirst()
                .flatMap(delivery -> delivery.due())
                .orElseThrow();
    }

    private Notification newest(Notification of) {
        return ward.sent.stream()
                .filter(sent -> sent.id().equals(of.id()))
                .reduce((one, next) -> next)
                .orElseThrow();
    }

    private List<Duration> failUntilGivenUp(Notification first) {
        List<Duration> waits = new ArrayList<>();
        Notification attempt = first;
        while (true) {
            Instant failed = ward.now;
            ward.ended(attempt, Outcome.RETRY);
            if (ward.history.stream().anyMatch(append -> append.entry().what().equals("dead-letter"))) {
                return waits;
            }
            int number = attempt.attempt();
            while (newest(first).attempt() == number) {
                ward.pass(Duration.between(ward.now, ward.file.nextDue().orElseThrow()));
            }
            attempt = newest(first);
            waits.add(Duration.between(failed, ward.now));
        }
    }
}
