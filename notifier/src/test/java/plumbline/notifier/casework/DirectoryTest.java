package plumbline.notifier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.alert.ActionKind;
import plumbline.contract.alert.Alert;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.RecipientKind;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'webhook':'https://e.org/canary','email':'canary@e.org'|WEBHOOK,EMAIL|WEBHOOK",
                "'webhook':'https://e.org/canary','email':'canary@e.org'|EMAIL|EMAIL",
                "'email':'canary@e.org'|WEBHOOK,EMAIL|EMAIL",
                "'email':'canary@e.org'|WEBHOOK|LOG",
                "'webhook':'https://e.org/canary'|EMAIL|LOG"
            },
            quoteCharacter = '`')
    void thePatientsContactChoosesTheChannelAndIsNamedNowhere(String contact, String possible, ChannelKind expected) {
        Set<ChannelKind> own =
                Stream.of(possible.split(",")).map(ChannelKind::valueOf).collect(Collectors.toSet());
        Practice usual = Ward.PRACTICE;
        Ward ward = new Ward(new Practice(
                usual.team(), usual.teamChannels(), ChannelKind.LOG, own, usual.console(), usual.library()));
        ward.list("'contact':{" + contact + "}");
        ward.find(URGENT.opened(ward.now));
        ward.ended(ward.last(), Outcome.GONE);

        Notification toPatient = ward.sent.stream()
                .filter(sent -> sent.recipientKind() == RecipientKind.PATIENT)
                .findFirst()
                .orElseThrow();
        assertThat(toPatient.channel()).isEqualTo(expected);
        assertThat(ward.sent.toString() + ward.history + ward.alerts).doesNotContain("canary");
        assertThat(ward.file.toString()).doesNotContain("canary");
    }

    @Test
    void thePatientIsWrittenToInTheirLanguageAndAtTheirTime() {
        ward.list("'language':'de-CH','timeZone':'Asia/Tokyo','quietHours':{'from':'20:00','to':'09:30'}");
        ward.find(Findings.of(FindingKind.PERSISTENT_PAIN, Severity.ROUTINE).opened(ward.now));
        ward.pass(Duration.ofDays(1));

        List<Notification> said = ward.sent.stream()
                .filter(sent -> sent.recipientKind() == RecipientKind.PATIENT)
                .toList();
        assertThat(said)
                .extracting(Notification::text)
                .anyMatch(text -> text.startsWith("Ihr Schmerz"))
                .anyMatch(text -> text.startsWith("1. Lösen"));
        assertThat(said)
                .extracting(sent -> sent.at().atZone(ZoneId.of("Asia/Tokyo")).toLocalTime())
                .allMatch(time -> !time.isBefore(LocalTime.of(9, 30)) && time.isBefore(LocalTime.of(20, 0)));
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
