package plumbline.notifier.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.contract.Identity;
import plumbline.contract.alert.Attention;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.Reason;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.vocabulary.Site;
import plumbline.notifier.casefile.Address;
import plumbline.notifier.casefile.Delivery;
import plumbline.notifier.casefile.Episode;
import plumbline.notifier.casefile.Message;
import plumbline.notifier.rules.Inhibition;
import plumbline.notifier.rules.Routing;
import plumbline.notifier.text.Script;

/** Plans who is told what; {@link Release} then decides when. */
final class Announcements {
    private static final Duration REFERRALS_APART = Duration.ofDays(14);

    private final Desk desk;

    Announcements(Desk desk) {
        this.desk = desk;
    }

    /** Tells the care team, and the patient unless the finding is about the past. */
    void fire(String id, Reason reason, Script script) {
        desk.episode(id).ifPresent(known -> {
            Episode episode = known.announced();
            desk.put(episode);
            Attention attention = episode.alert().orElseThrow().attention();
            boolean review = attention == Attention.REVIEW;
            Lane lane = review ? Lane.ROUTINE : Routing.lane(episode.finding().severity());
            for (ChannelKind channel : desk.practice().teamChannels()) {
                plan(id, team(episode, channel), lane, reason, script);
            }
            if (!review) {
                advise(id, reason);
            }
        });
    }

    /** Tells the patient what the finding asks of them. */
    void advise(String id, Reason reason) {
        Episode episode = desk.episode(id).orElseThrow();
        Routing routing = Routing.of(episode.finding());
        routing.advice().ifPresent(script -> {
            if (script.refers() && isReferred(episode)) {
                desk.write(id, Happening.SUPPRESSED, script.code() + ": the patient was referred within 14 days");
                return;
            }
            boolean urgent = Routing.isUrgent(episode.finding().severity());
            Lane lane = urgent ? Lane.URGENT : Lane.NUDGE;
            plan(id, patient(episode), lane, routing.alert() ? reason : Reason.NUDGE, script);
        });
        if (routing.plan()) {
            planExercise(episode);
        }
    }

    private void planExercise(Episode episode) {
        if (Inhibition.awaitsTherapist(desk.episodes())) {
            desk.write(episode.id(), Happening.SUPPRESSED, "exercise-plan: a therapist looks first");
            return;
        }
        plan(episode.id(), patient(episode), Lane.NUDGE, Reason.NUDGE, Script.EXERCISE_PLAN);
    }

    /** Tells everybody who got the firing of its end, and takes back what has not gone out. */
    void close(String id, Script toPatient) {
        for (Delivery delivery : desk.deliveries()) {
            if (delivery.episode().equals(id) && !delivery.inFlight()) {
                desk.end(delivery);
                desk.write(id, Happening.CANCELLED, Desk.wordsOf(delivery));
            }
        }
        desk.episode(id).ifPresent(episode -> {
            desk.put(episode.closed());
            episode.told().addresses().forEach(address -> closeAt(id, address, toPatient));
        });
    }

    /** Tells one address of the end. */
    void closeAt(String id, Address address, Script toPatient) {
        boolean patient = address.kind() == RecipientKind.PATIENT;
        Lane lane = patient ? Lane.NUDGE : Lane.ROUTINE;
        plan(id, address, lane, Reason.RESOLVED, patient ? toPatient : Script.TEAM_RESOLVED);
    }

    private void plan(String id, Address to, Lane lane, Reason reason, Script script) {
        Episode episode = desk.episode(id).orElseThrow().messaged(script, desk.now());
        desk.put(episode);
        String delivery = Identity.of(
                "delivery",
                episode.alertId(),
                to.kind().code(),
                to.id(),
                to.channel().code(),
                reason.code(),
                Integer.toString(episode.told().messages()));
        Optional<Instant> expires = script.keeps().map(desk.now()::plus);
        Message message = new Message(lane, reason, script, textOf(script, episode), expires);
        desk.put(Delivery.planned(delivery, id, to, message, desk.now()));
    }

    private String textOf(Script script, Episode episode) {
        if (script != Script.EXERCISE_PLAN) {
            return desk.practice().library().texts().of(script, episode.finding());
        }
        Set<Site> painful = desk.episodes().stream()
                .filter(Episode::stands)
                .flatMap(other -> other.finding().site().stream())
                .collect(Collectors.toSet());
        return desk.practice().library().exercises().plan(episode.finding(), painful);
    }

    private boolean isReferred(Episode episode) {
        return episode.told()
                .referred()
                .filter(at -> at.plus(REFERRALS_APART).isAfter(desk.now()))
                .isPresent();
    }

    private static Address team(Episode episode, ChannelKind channel) {
        return new Address(
                RecipientKind.CARE_TEAM, episode.alert().orElseThrow().team(), channel);
    }

    private Address patient(Episode episode) {
        return new Address(
                RecipientKind.PATIENT,
                episode.finding().patient(),
                desk.practice().patientChannel());
    }
}
