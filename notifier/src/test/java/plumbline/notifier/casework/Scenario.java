package plumbline.notifier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.alert.ActionKind;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.CareAction;
import plumbline.contract.alert.ResolveReason;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.json.CareTeamReader;
import plumbline.contract.team.CareTeam;
import plumbline.notifier.Findings;

/**
 * A story with a clock: at a time something happens, and these messages go to the care team, and no other until the next time that is
 * named. A message is written as {@code recipient channel reason}, such as {@code north/anna log step}.
 */
final class Scenario {
    private final Ward ward = new Ward();
    private final Instant begin = ward.now;
    private final Map<String, CareTeam> teams = new HashMap<>();
    private int read;
    private int acts;

    Scenario() {
        ward.teams = id -> Optional.ofNullable(teams.get(id));
    }

    /** The directory has a team; quotes are single ones. */
    Scenario team(String id, String fields) {
        byte[] json = ("{'timeZone':'Europe/Zurich'," + fields + "}")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
        teams.put(id, ((CareTeamReader.Outcome.Good) CareTeamReader.read(json, id)).team());
        return this;
    }

    /** The patient's entry in the directory. */
    Scenario patient(String fields) {
        ward.list(fields);
        return this;
    }

    /** Time passes; whatever is said meanwhile was not expected. */
    Scenario at(Duration since) {
        ward.pass(Duration.between(ward.now, begin.plus(since).minusMillis(1)));
        nothing();
        ward.pass(Duration.ofMillis(1));
        return this;
    }

    Scenario finds(Findings finding) {
        ward.find(finding.opened(ward.now));
        return this;
    }

    Scenario acts(ActionKind kind) {
        return acts(kind, newest().revision(), Optional.empty());
    }

    Scenario actsOn(long revision, ActionKind kind) {
        return acts(kind, revision, Optional.empty());
    }

    Scenario snoozes(Duration until) {
        return acts(ActionKind.SNOOZE, newest().revision(), Optional.of(begin.plus(until)));
    }

    private Scenario acts(ActionKind kind, long revision, Optional<Instant> until) {
        ward.step(new Input.Acted(new CareAction(
                "act-" + ++acts,
                newest().id(),
                "p-1",
                kind,
                revision,
                "dr-ward",
                ward.now,
                "seen",
                until,
                kind == ActionKind.RESOLVE ? Optional.of(ResolveReason.TRUE) : Optional.empty(),
                kind == ActionKind.ASSIGN ? Optional.of("anna") : Optional.empty())));
        return this;
    }

    /** All that is under way arrives. */
    Scenario arrives() {
        ward.allDelivered();
        return this;
    }

    /** All that is under way to the care team comes to this. */
    Scenario fails(Outcome outcome) {
        ward.file.deliveries().stream()
                .filter(delivery -> delivery.inFlight() && delivery.to().kind() == RecipientKind.CARE_TEAM)
                .flatMap(delivery -> ward.sent.stream()
                        .filter(sent -> sent.id().equals(delivery.id()) && sent.attempt() == delivery.attempt()))
                .toList()
                .forEach(sent -> ward.ended(sent, outcome));
        return this;
    }

    /** These went to the care team since the last look, and nothing else. */
    Scenario expect(String... messages) {
        List<String> said = new ArrayList<>();
        for (; read < ward.sent.size(); read++) {
            Notification sent = ward.sent.get(read);
            if (sent.recipientKind() == RecipientKind.CARE_TEAM) {
                said.add(sent.recipient() + " " + sent.channel().code() + " "
                        + sent.reason().code());
            }
        }
        assertThat(said).as("at %s", Duration.between(begin, ward.now)).containsExactly(messages);
        return this;
    }

    Scenario nothing() {
        return expect();
    }

    Scenario recorded(String what) {
        assertThat(ward.history).extracting(append -> append.entry().what()).contains(what);
        return this;
    }

    Scenario refused() {
        assertThat(ward.verdict).isEqualTo(Verdict.REFUSED);
        return this;
    }

    Alert newest() {
        return ward.alerts.get(ward.alerts.size() - 1);
    }

    Ward ward() {
        return ward;
    }
}
