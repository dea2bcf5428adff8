package plumbline.notifier.casework;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import plumbline.contract.alert.ActionKind;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.CareAction;
import plumbline.contract.alert.ResolveReason;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.Phase;
import plumbline.contract.finding.Finding;
import plumbline.contract.json.ProfileReader;
import plumbline.contract.json.ProfileReading;
import plumbline.notifier.Findings;
import plumbline.notifier.casefile.Case;
import plumbline.notifier.library.LibraryFiles;

/** One patient's case under a clock that the test turns; what a step asks for is told in words. */
final class Ward {
    static final Practice PRACTICE = new Practice(
            "default",
            List.of(ChannelKind.WEBHOOK),
            ChannelKind.WEBHOOK,
            "https://plumbline.example",
            LibraryFiles.load());

    final Casework casework;
    Case file = Case.empty("p-1");
    Instant now = Instant.parse("2026-11-20T10:00:00Z");
    Teams teams = Teams.NONE;
    Verdict verdict = Verdict.NOTED;
    final List<Notification> sent = new ArrayList<>();
    final List<Alert> alerts = new ArrayList<>();
    final List<Effect.Append> history = new ArrayList<>();
    private int actions;

    Ward() {
        this(PRACTICE);
    }

    Ward(Practice practice) {
        this.casework = new Casework(practice);
    }

    List<String> find(Finding finding) {
        return step(new Input.Found(finding, now));
    }

    /** The directory says this of the patient; quotes are single ones. */
    List<String> list(String fields) {
        byte[] json = ("{" + fields.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8);
        return step(new Input.Listed(
                Optional.of(((ProfileReading.Good) ProfileReader.read(json, json.length, "p-1")).profile())));
    }

    List<String> act(ActionKind kind, long revision) {
        return act(kind, revision, "a" + ++actions);
    }

    List<String> act(ActionKind kind, long revision, String id) {
        return step(new Input.Acted(new CareAction(
                id,
                alerts.get(alerts.size() - 1).id(),
                "p-1",
                kind,
                revision,
                "dr-ward",
                now,
                "seen",
                Optional.empty(),
                kind == ActionKind.RESOLVE ? Optional.of(ResolveReason.TRUE) : Optional.empty(),
                Optional.empty())));
    }

    /** A care team resolves the alert of a finding. */
    Input resolve(Findings of) {
        Alert newest = file.episodes().stream()
                .filter(episode -> episode.id().equals(of.id()))
                .flatMap(episode -> episode.alert().stream())
                .findFirst()
                .orElseThrow();
        return new Input.Acted(new CareAction(
                "resolve-" + of.id(),
                newest.id(),
                "p-1",
                ActionKind.RESOLVE,
                newest.revision(),
                "dr-ward",
                now,
                "",
                Optional.empty(),
                Optional.of(ResolveReason.TRUE),
                Optional.empty()));
    }

    List<String> started(Notification command) {
        return step(new Input.Reported(DeliveryReport.started(command, now)));
    }

    List<String> ended(Notification command, Outcome outcome) {
        return ended(command, outcome, OptionalLong.empty());
    }

    /** A worker says so without having asked the endpoint. */
    List<String> endedUnasked(Notification command, Outcome outcome) {
        return ended(command, outcome, OptionalLong.empty(), OptionalInt.empty());
    }

    List<String> ended(Notification command, Outcome outcome, OptionalLong retryAfterMillis) {
        return ended(command, outcome, retryAfterMillis, OptionalInt.of(500));
    }

    private List<String> ended(
            Notification command, Outcome outcome, OptionalLong retryAfterMillis, OptionalInt status) {
        return step(new Input.Reported(new DeliveryReport(
                command.id(),
                command.alert(),
                command.patient(),
                command.attempt(),
                Phase.FINAL,
                now,
                Optional.of(outcome),
                status,
                retryAfterMillis,
                OptionalLong.of(3))));
    }

    /** Everything that is under way arrives. */
    void allDelivered() {
        file.deliveries().stream()
                .filter(delivery -> delivery.inFlight())
                .flatMap(delivery -> sent.stream()
                        .filter(command ->
                                command.id().equals(delivery.id()) && command.attempt() == delivery.attempt()))
                .toList()
                .forEach(command -> ended(command, Outcome.DELIVERED));
    }

    /** Time passes; every timer on the way is dealt with when it is due. */
    List<String> pass(Duration time) {
        Instant end = now.plus(time);
        List<String> words = new ArrayList<>();
        while (file.nextDue().filter(due -> !due.isAfter(end)).isPresent()) {
            Instant due = file.nextDue().orElseThrow();
            now = due.isAfter(now) ? due : now;
            words.addAll(step(new Input.Tick()));
        }
        now = end;
        return words;
    }

    Notification last() {
        return sent.get(sent.size() - 1);
    }

    List<String> step(Input input) {
        Step step = casework.step(file, input, teams, now);
        file = step.after();
        verdict = step.verdict();
        return step.effects().stream().map(this::words).toList();
    }

    private String words(Effect effect) {
        if (effect instanceof Effect.Publish publish) {
            Alert alert = publish.alert();
            alerts.add(alert);
            return "alert " + alert.status().code() + " " + alert.attention().code() + " r" + alert.revision();
        }
        if (effect instanceof Effect.Append append) {
            history.add(append);
            return "entry " + append.entry().sequence() + " " + append.entry().what();
        }
        if (effect instanceof Effect.Erase erase) {
            return "erase " + erase.erasure();
        }
        Notification command = ((Effect.Send) effect).command();
        sent.add(command);
        return "send " + command.lane().code() + " " + command.recipientKind().code() + " "
                + command.reason().code() + " #" + command.attempt();
    }
}
