package plumbline.notifier.casework;

import java.time.Instant;
import java.util.Optional;
import plumbline.contract.alert.Alert;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.Reason;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.team.Member;
import plumbline.notifier.casefile.Climb;
import plumbline.notifier.casefile.Delivery;
import plumbline.notifier.casefile.Episode;
import plumbline.notifier.casefile.Hold;
import plumbline.notifier.casefile.Message;
import plumbline.notifier.casefile.Stage;
import plumbline.notifier.rules.GoodMoment;
import plumbline.notifier.rules.Inhibition;
import plumbline.notifier.rules.Retries;
import plumbline.notifier.rules.WallClock;
import plumbline.notifier.text.Script;

/** Lets go what was planned or held, once nothing speaks against it; checked anew each time. */
final class Release {
    private final Desk desk;

    Release(Desk desk) {
        this.desk = desk;
    }

    /** Looks at every held message that is due, and at those that wait for something to end. */
    void all() {
        for (Delivery delivery : desk.deliveries()) {
            if (delivery.stage() == Stage.HELD && (delivery.isDue(desk.now()) || waitsForAnEnd(delivery))) {
                desk.episode(delivery.episode())
                        .ifPresentOrElse(episode -> judge(delivery, episode), () -> desk.end(delivery));
            }
        }
    }

    private static boolean waitsForAnEnd(Delivery delivery) {
        return delivery.hold()
                .filter(hold -> hold == Hold.INHIBITED || hold == Hold.EXERCISE_STOPPED)
                .isPresent();
    }

    private void judge(Delivery delivery, Episode episode) {
        Message message = delivery.message();
        boolean exercise = message.script() == Script.EXERCISE_PLAN;
        boolean always = message.reason() == Reason.RESOLVED || message.reason() == Reason.ASSIGNED;
        Optional<Episode> over = always ? Optional.empty() : Inhibition.over(episode, desk.episodes());
        if (message.expires().filter(end -> !desk.now().isBefore(end)).isPresent()) {
            drop(delivery, Happening.EXPIRED, "its moment has passed");
        } else if (over.isPresent()) {
            hold(
                    delivery,
                    Hold.INHIBITED,
                    message.expires(),
                    "by alert " + over.orElseThrow().alertId());
        } else if (exercise && Inhibition.stopsExercise(desk.episodes())) {
            hold(delivery, Hold.EXERCISE_STOPPED, message.expires(), "until a care team clears what is urgent");
        } else if (exercise && Inhibition.awaitsTherapist(desk.episodes())) {
            drop(delivery, Happening.SUPPRESSED, "a therapist looks first");
        } else if (message.script().keeps().isPresent()) {
            awaitGoodMoment(delivery, episode);
        } else {
            Optional<Instant> awake = restOf(delivery);
            if (awake.isPresent()) {
                hold(delivery, Hold.QUIET_HOURS, awake, "until " + awake.orElseThrow());
            } else {
                Instant until = worthUntil(message, episode);
                desk.send(delivery.saying(message.until(until).since(desk.now())), until);
            }
        }
    }

    /** When the quiet hours of a care team's member end; what is urgent passes them. */
    private Optional<Instant> restOf(Delivery delivery) {
        if (delivery.to().kind() != RecipientKind.CARE_TEAM
                || delivery.message().lane() == Lane.URGENT) {
            return Optional.empty();
        }
        String to = delivery.to().id();
        return desk.careTeam(Recipients.teamOf(to))
                .flatMap(team -> team.member(to.substring(to.indexOf('/') + 1))
                        .flatMap(Member::quietHours)
                        .flatMap(hours -> WallClock.endOf(hours, team.timeZone(), desk.now())));
    }

    /** An urgent call is repeated until its step ends; then the next one speaks. */
    private Instant worthUntil(Message message, Episode episode) {
        Instant usual = desk.now().plus(Retries.lifetime(message.lane()));
        return message.lane() != Lane.URGENT || !message.fires()
                ? usual
                : episode.climb()
                        .filter(climb -> climb.isAwaiting(Alert.Awaited.STEP))
                        .flatMap(Climb::due)
                        .filter(end -> end.isAfter(desk.now()) && end.isBefore(usual))
                        .orElse(usual);
    }

    private void awaitGoodMoment(Delivery delivery, Episode episode) {
        if (delivery.message().reason() == Reason.NUDGE
                && desk.wishes().off().contains(episode.finding().kind())) {
            drop(delivery, Happening.SUPPRESSED, "the patient does not want to hear of it");
            return;
        }
        GoodMoment.Verdict verdict = GoodMoment.judge(delivery, desk.nudged(), desk.rhythm(), desk.now());
        if (verdict instanceof GoodMoment.Verdict.Later later) {
            hold(delivery, later.why(), Optional.of(later.at()), "until " + later.at());
        } else if (verdict instanceof GoodMoment.Verdict.Never never) {
            drop(delivery, Happening.SUPPRESSED, never.why());
        } else if (verdict instanceof GoodMoment.Verdict.Send send) {
            Instant worth = delivery.message().expires().orElse(send.until());
            desk.remember(delivery);
            desk.send(
                    delivery.saying(delivery.message().since(desk.now())),
                    worth.isBefore(send.until()) ? worth : send.until());
        }
    }

    private void hold(Delivery delivery, Hold why, Optional<Instant> until, String detail) {
        Delivery held = delivery.held(why, until);
        desk.put(held);
        if (!held.hold().equals(delivery.hold())) {
            Happening what = why == Hold.INHIBITED ? Happening.INHIBITED : Happening.HELD;
            desk.write(delivery.episode(), what, Desk.wordsOf(delivery) + ": " + why.code() + " " + detail);
        }
    }

    private void drop(Delivery delivery, Happening what, String why) {
        desk.end(delivery);
        desk.write(delivery.episode(), what, Desk.wordsOf(delivery) + ": " + why);
    }
}
