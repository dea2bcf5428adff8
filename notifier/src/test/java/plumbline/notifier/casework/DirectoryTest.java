package plumbline.notifier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.contract.alert.ActionKind;
import plumbline.contract.alert.Alert;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.notifier.Findings;
import plumbline.notifier.casefile.Case;

class DirectoryTest {
    private static final Findings URGENT = Findings.of(FindingKind.URGENT_PAIN, Severity.SAME_DAY);

    private final Ward ward = new Ward();

    @Test
    void aNewAlertBelongsToThePatientsOwnCareTeam() {
        ward.list("'careTeam':'spine-north'");
        ward.find(URGENT.opened(ward.now));

        assertThat(ward.alerts).extracting(Alert::team).containsExactly("spine-north");
    }

    @Test
    void whoLeftTheDirectoryBelongsToTheDefaultTeamAgain() {
        ward.list("'careTeam':'spine-north'");
        ward.step(new Input.Listed(Optional.empty()));
        ward.find(URGENT.opened(ward.now));

        assertThat(ward.alerts).extracting(Alert::team).containsExactly("default");
    }

    @Test
    void anErasureLeavesNothingAndAsksForTheRestOfIt() {
        ward.list("'careTeam':'spine-north'");
        ward.find(URGENT.opened(ward.now));

        assertThat(ward.step(new Input.Forgotten("e-1"))).containsExactly("erase e-1");
        assertThat(ward.file).isEqualTo(Case.empty("p-1"));
    }

    @Test
    void whatWasUnderWayWhenThePatientWasErasedIsIgnored() {
        ward.find(URGENT.opened(ward.now));
        ward.step(new Input.Forgotten("e-1"));

        assertThat(ward.started(ward.last())).isEmpty();
        assertThat(ward.act(ActionKind.ACKNOWLEDGE, 1)).isEmpty();
        assertThat(ward.file).isEqualTo(Case.empty("p-1"));
    }
}
