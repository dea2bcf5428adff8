package plumbline.notifier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.contract.alert.ActionKind;
import plumbline.contract.alert.Alert;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.notifier.Findings;

class CareActionsTest {
    private static final Findings COMPENSATION = Findings.of(FindingKind.COMPENSATION, Severity.ROUTINE);

    private final Ward ward = new Ward();

    @BeforeEach
    void anAlertIsOpen() {
        ward.find(COMPENSATION.opened(ward.now));
        ward.allDelivered();
    }

    @Test
    void acknowledgingNamesThePersonAndItsActionInTheHistory() {
        assertThat(ward.act(ActionKind.ACKNOWLEDGE, 1, "a-7"))
                .containsExactly("alert acknowledged active r2", "entry 6 acknowledged", "entry 7 held");
        assertThat(newest().acknowledgement().orElseThrow().by()).isEqualTo("dr-ward");
        assertThat(ward.history).anyMatch(append -> append.entry().action().equals(java.util.Optional.of("a-7")));
    }

    @Test
    void anActionOnAnOldRevisionIsRefusedAndSaysSo() {
        ward.act(ActionKind.ACKNOWLEDGE, 1);

        assertThat(ward.act(ActionKind.RESOLVE, 1, "a-8")).containsExactly("entry 8 action-refused");
        assertThat(lastEntryAction()).isEqualTo("a-8");
        assertThat(ward.verdict).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void theSameActionTwiceCountsOnce() {
        ward.act(ActionKind.ACKNOWLEDGE, 1, "a-9");

        assertThat(ward.act(ActionKind.ACKNOWLEDGE, 1, "a-9")).isEmpty();
        assertThat(ward.verdict).isEqualTo(Verdict.IGNORED);
    }

    @Test
    void contactingPutsTheAlertInAction() {
        assertThat(ward.act(ActionKind.CONTACT, 1)).startsWith("alert in-action active r2", "entry 6 contacted");
    }

    @Test
    void aNoteChangesNoStatus() {
        assertThat(ward.act(ActionKind.NOTE, 1)).containsExactly("alert open active r2", "entry 6 noted");
    }

    @Test
    void resolvingTellsEverybodyWhoWasTold() {
        ward.pass(Duration.ofHours(2));

        assertThat(ward.act(ActionKind.RESOLVE, 1))
                .containsExactly(
                        "alert resolved active r2",
                        "entry 6 resolved",
                        "send routine care-team resolved #1",
                        "entry 7 sent",
                        "send nudge patient resolved #1",
                        "entry 8 sent");
    }

    @Test
    void aResolvedAlertCannotBeAcknowledged() {
        ward.act(ActionKind.RESOLVE, 1);

        assertThat(ward.act(ActionKind.ACKNOWLEDGE, 2))
                .hasSize(1)
                .last()
                .asString()
                .endsWith("action-refused");
    }

    @Test
    void reopeningWithinADayContinues() {
        ward.act(ActionKind.RESOLVE, 1);

        assertThat(ward.act(ActionKind.REOPEN, 2)).startsWith("alert open active r3");
        assertThat(newest().resolution()).isEmpty();
    }

    @Test
    void reopeningAfterADayIsRefused() {
        ward.act(ActionKind.RESOLVE, 1);
        ward.pass(Duration.ofHours(25));

        assertThat(ward.act(ActionKind.REOPEN, 2)).hasSize(1).last().asString().endsWith("action-refused");
    }

    @Test
    void whatComesLaterIsRefusedAndNotForgotten() {
        assertThat(ward.act(ActionKind.SNOOZE, 1)).containsExactly("entry 6 action-refused");
    }

    private Alert newest() {
        return ward.alerts.get(ward.alerts.size() - 1);
    }

    private String lastEntryAction() {
        return ward.history.get(ward.history.size() - 1).entry().action().orElseThrow();
    }
}
