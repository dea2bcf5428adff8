package plumbline.notifier.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.Alert.Awaited;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.alert.Attention;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.Reason;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.team.Ladder;
import plumbline.contract.team.Rung;
import plumbline.notifier.casefile.Address;
import plumbline.notifier.casefile.Climb;
import plumbline.notifier.casefile.Delivery;
import plumbline.notifier.casefile.Episode;
import plumbline.notifier.rules.Inhibition;
import plumbline.notifier.rules.Routing;
import plumbline.notifier.text.Script;

/** Asks one after the other until somebody answers. Only what a person does to the alert stops it. */
final class Escalation {
    static final Duration URGENT_ACKNOWLEDGEMENT = Duration.ofMinutes(30);
    static final Duration ROUTINE_ACKNOWLEDGEMENT = Duration.ofDays(3);

    private final Desk desk;
    private final Messages messages;
    private final Recipients recipients;

    Escalation(Desk desk) {
        this.desk = desk;
        this.messages = new Messages(desk);
        this.recipients = new Recipients(desk);
    }

    /** Begins at the first step of the ladder that the alert's urgency asks for. The ladders stay those of its first beginning. */
    void begin(String id, Reason reason, Script script) {
        Episode episode = desk.episode(id).orElseThrow();
        if (episode.isCalling()) {
            Alert alert = episode.alert().orElseThrow();
            Climb frozen = episode.climb().orElseGet(() -> recipients.freeze(alert.team()));
            climb(episode, frozen.on(lane(episode)), reason, script);
        } else {
            Climb known = episode.climb().orElseGet(() -> recipients.freeze(desk.team()));
            tell(id, recipients.of(known.ladder().steps().get(0)), lane(episode), reason, script);
        }
    }

    /** Deals with every alert whose time has come. */
    void tick() {
        for (Episode episode : List.copyOf(desk.episodes())) {
            if (episode.due().filter(at -> !at.isAfter(desk.now())).isPresent()) {
                switch (episode.climb().flatMap(Climb::awaits).orElseThrow()) {
                    case STEP -> step(episode);
                    case ACTION -> expire(episode);
                    case SNOOZE -> wake(episode);
                }
            }
        }
    }

    /** Alerts that an earlier release left without a next step get one. */
    void adopt() {
        for (Episode episode : List.copyOf(desk.episodes())) {
            Alert alert = episode.alert().orElse(null);
            if (alert == null || episode.climb().isPresent() || alert.attention() == Attention.DORMANT) {
                continue;
            }
            Climb climb = recipients.freeze(alert.team()).on(lane(episode));
            if (alert.status() == AlertStatus.OPEN) {
                desk.pursue(episode, climb.at(1, desk.now().plus(wait(climb.ladder(), 1))));
            } else if (alert.status() == AlertStatus.ACKNOWLEDGED) {
                desk.pursue(episode, climb.awaiting(Awaited.ACTION, desk.now().plus(patience(climb))));
            }
        }
    }

    /** Somebody took it on: from now on they are waited for. */
    void acknowledged(String id) {
        silence(id);
        change(id, climb -> climb.awaiting(Awaited.ACTION, desk.now().plus(patience(climb))));
    }

    /** Tells the member of the team to whom it was given; who is no member finds it in the console. */
    void assigned(String id, String member) {
        Episode episode = desk.episode(id).orElseThrow();
        String team = episode.alert().orElseThrow().team();
        List<Address> there = recipients.of(new Rung(Duration.ZERO, List.of(team + "/" + member), List.of()));
        if (desk.careTeam(team).isEmpty() || there.isEmpty()) {
            desk.write(id, Happening.NOBODY_TO_TELL, "no member of the team has this name and is there");
        } else {
            tell(id, there, lane(episode), Reason.ASSIGNED, Script.TEAM_ASSIGNED);
        }
    }

    /** Somebody acts, or it has ended. */
    void rest(String id) {
        silence(id);
        change(id, Climb::resting);
    }

    void snooze(String id, Instant until) {
        silence(id);
        change(id, climb -> climb.awaiting(Awaited.SNOOZE, until));
    }

    /** The next step, now. */
    void escalate(String id) {
        desk.episode(id).ifPresent(this::next);
    }

    /** A message of the current step came to nothing: the next step need not wait. The last one is repeated at its time. */
    void hasten(String id) {
        desk.episode(id)
                .filter(Episode::isCalling)
                .filter(episode -> episode.climb()
                        .filter(climb -> climb.isAwaiting(Awaited.STEP))
                        .filter(climb -> climb.step() < climb.ladder().steps().size())
                        .isPresent())
                .ifPresent(this::next);
    }

    /** Asks the same member over another channel; that one asks no third. */
    Optional<Address> helpOut(Delivery delivery) {
        Optional<Address> beside = recipients.beside(delivery.to());
        beside.map(to -> messages.plan(
                        delivery.episode(),
                        to,
                        delivery.message().lane(),
                        delivery.message().reason(),
                        delivery.message().script()))
                .ifPresent(help -> desk.put(help.helped(desk.now())));
        return beside;
    }

    /** Tells a member by another channel that this one is no more. */
    void tellOfGone(Delivery delivery) {
        recipients
                .beside(delivery.to())
                .ifPresent(to -> messages.plan(
                        delivery.episode(), to, Lane.ROUTINE, Reason.ENDPOINT_GONE, Script.TEAM_ENDPOINT_GONE));
    }

    private void step(Episode episode) {
        Optional<Episode> over = Inhibition.over(episode, desk.episodes());
        if (over.isPresent()) {
            Climb climb = episode.climb().orElseThrow();
            desk.pursue(
                    episode,
                    climb.at(climb.step(), desk.now().plus(climb.ladder().repeat())));
            desk.write(
                    episode.id(),
                    Happening.INHIBITED,
                    "the next step, by alert " + over.orElseThrow().alertId());
        } else {
            next(episode);
        }
    }

    private void next(Episode episode) {
        Climb climb = episode.climb().orElseThrow();
        if (climb.step() < climb.ladder().steps().size()) {
            climb(episode, climb, Reason.STEP, Script.TEAM_STEP);
        } else {
            climb(episode, climb.back(), Reason.REPEAT, Script.TEAM_REPEAT);
        }
    }

    private void expire(Episode episode) {
        Alert alert = episode.alert().orElseThrow();
        desk.publish(episode, Revisions.reopened(alert, alert.finding(), alert.attention(), desk.now()));
        String by = alert.acknowledgement().map(Alert.Acknowledgement::by).orElse("nobody");
        desk.write(episode.id(), Happening.ACKNOWLEDGEMENT_EXPIRED, "no action by " + by);
        begin(episode.id(), Reason.ACKNOWLEDGEMENT_EXPIRED, Script.TEAM_ACKNOWLEDGEMENT_EXPIRED);
    }

    private void wake(Episode episode) {
        desk.write(episode.id(), Happening.SNOOZE_ENDED, "");
        Episode awake = desk.episode(episode.id()).orElseThrow();
        if (awake.isCalling()) {
            next(awake);
        } else {
            acknowledged(awake.id());
        }
    }

    /** The first step from here on at which there is somebody. */
    private void climb(Episode episode, Climb from, Reason reason, Script script) {
        List<Rung> steps = from.ladder().steps();
        for (int i = from.step(); i < steps.size(); i++) {
            List<Address> there = recipients.of(steps.get(i));
            if (!there.isEmpty()) {
                reach(episode.id(), from, i + 1, there, reason, script);
                return;
            }
            desk.write(
                    episode.id(),
                    Happening.NOBODY_TO_TELL,
                    "at step " + (i + 1) + " of " + steps.size() + "; on at once");
        }
        reach(episode.id(), from, steps.size(), recipients.lastResort(), reason, script);
    }

    private void reach(String id, Climb from, int step, List<Address> there, Reason reason, Script script) {
        Ladder ladder = from.ladder();
        desk.pursue(desk.episode(id).orElseThrow(), from.at(step, desk.now().plus(wait(ladder, step))));
        if (reason == Reason.STEP || reason == Reason.REPEAT) {
            Happening what = reason == Reason.STEP ? Happening.STEP : Happening.REPEATED;
            desk.write(id, what, "step " + step + " of " + ladder.steps().size());
        }
        tell(id, there, from.lane(), reason, script);
    }

    private void tell(String id, List<Address> there, Lane lane, Reason reason, Script script) {
        there.forEach(address -> messages.plan(id, address, lane, reason, script));
    }

    private static Duration wait(Ladder ladder, int step) {
        List<Rung> steps = ladder.steps();
        return step < steps.size()
                ? steps.get(step).after().minus(steps.get(step - 1).after())
                : ladder.repeat();
    }

    private static Duration patience(Climb climb) {
        return climb.lane() == Lane.URGENT ? URGENT_ACKNOWLEDGEMENT : ROUTINE_ACKNOWLEDGEMENT;
    }

    private static Lane lane(Episode episode) {
        boolean review = episode.alert().orElseThrow().attention() == Attention.REVIEW;
        return review ? Lane.ROUTINE : Routing.lane(episode.gravity());
    }

    private void change(String id, UnaryOperator<Climb> how) {
        desk.episode(id)
                .ifPresent(episode -> episode.climb().ifPresent(climb -> desk.pursue(episode, how.apply(climb))));
    }

    /** Takes back what calls the team and has not gone out. */
    private void silence(String id) {
        for (Delivery delivery : desk.deliveries()) {
            if (delivery.episode().equals(id)
                    && delivery.to().kind() == RecipientKind.CARE_TEAM
                    && delivery.message().fires()
                    && delivery.message().reason() != Reason.ASSIGNED
                    && !delivery.inFlight()) {
                desk.end(delivery);
                desk.write(id, Happening.CANCELLED, Desk.wordsOf(delivery));
            }
        }
    }
}
