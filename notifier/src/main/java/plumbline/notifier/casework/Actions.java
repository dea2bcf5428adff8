package plumbline.notifier.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.Alert.Acknowledgement;
import plumbline.contract.alert.Alert.Resolution;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.alert.Attention;
import plumbline.contract.alert.CareAction;
import plumbline.contract.delivery.Reason;
import plumbline.contract.finding.FindingKind;
import plumbline.notifier.casefile.Episode;
import plumbline.notifier.rules.Routing;
import plumbline.notifier.text.Script;

/** What a member of a care team changes. Only what was based on the newest revision counts. */
final class Actions {
    private static final Duration LONGEST_URGENT_SNOOZE = Duration.ofHours(12);
    private static final Duration LONGEST_SNOOZE = Duration.ofDays(14);

    private final Desk desk;
    private final Escalation escalation;
    private final Announcements announcements;

    Actions(Desk desk) {
        this.desk = desk;
        this.escalation = new Escalation(desk);
        this.announcements = new Announcements(desk);
    }

    Verdict take(CareAction action) {
        Optional<Episode> known =
                desk.ofAlert(action.alert()).filter(episode -> episode.alert().isPresent());
        if (known.isEmpty() || known.orElseThrow().journal().actions().contains(action.id())) {
            return Verdict.IGNORED;
        }
        Episode episode = known.orElseThrow().acted(action.id());
        desk.put(episode);
        Alert alert = episode.alert().orElseThrow();
        Optional<String> objection = objection(alert, action);
        if (objection.isPresent()) {
            write(episode, Happening.ACTION_REFUSED, action, objection.orElseThrow());
            return Verdict.REFUSED;
        }
        carryOut(episode, alert, action);
        return Verdict.DONE;
    }

    private Optional<String> objection(Alert alert, CareAction action) {
        if (action.revision() != alert.revision()) {
            return Optional.of("based on revision " + action.revision() + ", the alert is at " + alert.revision());
        }
        boolean resolved = alert.status() == AlertStatus.RESOLVED;
        return switch (action.action()) {
            case ACKNOWLEDGE, CONTACT -> objectIf(resolved, "the alert is resolved; reopen it first");
            case RESOLVE ->
                objectIf(resolved, "the alert is resolved already")
                        .or(() -> objectIf(action.reason().isEmpty(), "a reason is missing"));
            case NOTE -> objectIf(action.note().isBlank(), "the note is empty");
            case REOPEN ->
                objectIf(!resolved, "the alert is not resolved")
                        .or(() -> objectIf(endedLongAgo(alert), "it ended more than 24 hours ago"));
            case ASSIGN ->
                objectIf(resolved, "the alert is resolved; reopen it first")
                        .or(() -> objectIf(
                                action.assignee().filter(who -> !who.isBlank()).isEmpty(), "an assignee is missing"));
            case SNOOZE ->
                objectIf(resolved, "the alert is resolved; reopen it first").or(() -> unfitSnooze(alert, action));
            case ESCALATE ->
                objectIf(resolved, "the alert is resolved; reopen it first")
                        .or(() -> objectIf(
                                alert.attention() == Attention.DORMANT, "it is about the past; nobody is asked"));
        };
    }

    private Optional<String> unfitSnooze(Alert alert, CareAction action) {
        boolean urgent = Routing.isUrgent(alert.severity());
        Duration most = urgent ? LONGEST_URGENT_SNOOZE : LONGEST_SNOOZE;
        return objectIf(
                action.until()
                        .filter(desk.now()::isBefore)
                        .filter(end -> !end.isAfter(desk.now().plus(most)))
                        .isEmpty(),
                "a snooze must end between now and " + (urgent ? most.toHours() + " hours" : most.toDays() + " days")
                        + " from now");
    }

    private static Optional<String> objectIf(boolean holds, String why) {
        return holds ? Optional.of(why) : Optional.empty();
    }

    private boolean endedLongAgo(Alert alert) {
        return alert.resolution()
                .filter(end -> end.at().plus(Intake.CONTINUES).isBefore(desk.now()))
                .isPresent();
    }

    private void carryOut(Episode episode, Alert alert, CareAction action) {
        Acknowledgement by = new Acknowledgement(action.user(), desk.now(), action.note());
        switch (action.action()) {
            case ACKNOWLEDGE -> {
                AlertStatus status =
                        alert.status() == AlertStatus.IN_ACTION ? alert.status() : AlertStatus.ACKNOWLEDGED;
                desk.publish(episode, Revisions.taken(alert, status, by, desk.now()));
                write(episode, Happening.ACKNOWLEDGED, action, action.note());
                if (status == AlertStatus.ACKNOWLEDGED) {
                    escalation.acknowledged(episode.id());
                }
                accept(episode, alert);
            }
            case CONTACT -> {
                Acknowledgement owner = alert.acknowledgement().orElse(by);
                desk.publish(episode, Revisions.taken(alert, AlertStatus.IN_ACTION, owner, desk.now()));
                write(episode, Happening.CONTACTED, action, action.note());
                escalation.rest(episode.id());
                accept(episode, alert);
            }
            case RESOLVE -> {
                Resolution end = new Resolution(action.user(), desk.now(), action.reason(), action.note());
                desk.publish(episode, Revisions.resolved(alert, end, alert.finding(), desk.now()));
                write(
                        episode,
                        Happening.RESOLVED,
                        action,
                        action.reason().orElseThrow().code());
                announcements.close(episode.id(), Script.ALL_CLEAR);
            }
            case REOPEN -> {
                desk.publish(episode, Revisions.reopened(alert, alert.finding(), alert.attention(), desk.now()));
                write(episode, Happening.REOPENED, action, action.note());
                announcements.fire(episode.id(), Reason.REOPENED, Script.TEAM_REOPENED);
            }
            case NOTE -> {
                desk.publish(episode, Revisions.touched(alert, desk.now()));
                write(episode, Happening.NOTED, action, action.note());
            }
            case ASSIGN -> {
                String to = action.assignee().orElseThrow();
                desk.publish(episode, Revisions.assigned(alert, to, desk.now()));
                write(episode, Happening.ASSIGNED, action, "to " + to);
                escalation.assigned(episode.id(), to);
            }
            case SNOOZE -> {
                Instant until = action.until().orElseThrow();
                desk.publish(episode, Revisions.touched(alert, desk.now()));
                write(episode, Happening.SNOOZED, action, "until " + until);
                escalation.snooze(episode.id(), until);
            }
            case ESCALATE -> {
                desk.publish(episode, Revisions.reopened(alert, alert.finding(), alert.attention(), desk.now()));
                write(episode, Happening.ESCALATED, action, action.note());
                escalation.escalate(episode.id());
            }
        }
    }

    /** A therapist who takes a compensation on lets its exercise plan go. */
    private void accept(Episode episode, Alert before) {
        if (before.status() == AlertStatus.OPEN && before.kind() == FindingKind.COMPENSATION) {
            announcements.planExercise(desk.episode(episode.id()).orElseThrow());
        }
    }

    private void write(Episode episode, Happening what, CareAction action, String detail) {
        desk.write(episode.id(), what, action.user(), detail, Optional.of(action.id()));
    }
}
