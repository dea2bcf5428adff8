package plumbline.notifier.casework;

import java.time.Duration;
import plumbline.contract.alert.Attention;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.Reason;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.patient.PatientProfile;
import plumbline.notifier.casefile.Address;
import plumbline.notifier.casefile.Delivery;
import plumbline.notifier.casefile.Episode;
import plumbline.notifier.rules.Inhibition;
import plumbline.notifier.rules.Routing;
import plumbline.notifier.text.Script;

/** Plans who is told what; {@link Release} then decides when. */
final class Announcements {
    private static final Duration REFERRALS_APART = Duration.ofDays(14);

    private final Desk desk;
    private final Messages messages;
    private final Escalation escalation;

    Announcements(Desk desk) {
        this.desk = desk;
        this.messages = new Messages(desk);
        this.escalation = new Escalation(desk);
    }

    /** Tells the care team, and the patient unless the finding is about the past. */
    void fire(String id, Reason reason, Script script) {
        desk.episode(id).ifPresent(known -> {
            Episode episode = known.announced();
            desk.put(episode);
            escalation.begin(id, reason, script);
            boolean review = episode.alert().orElseThrow().attention() == Attention.REVIEW;
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
            messages.plan(id, patient(episode), lane, routing.alert() ? reason : Reason.NUDGE, script);
        });
        if (routing.plan()) {
            planExercise(episode);
        }
    }

    /** Sends the exercise plan for site and side, unless a therapist has to look first. */
    void planExercise(Episode episode) {
        if (Inhibition.awaitsTherapist(desk.episodes())) {
            desk.write(episode.id(), Happening.SUPPRESSED, "exercise-plan: a therapist looks first");
            return;
        }
        messages.plan(episode.id(), patient(episode), Lane.NUDGE, Reason.NUDGE, Script.EXERCISE_PLAN);
    }

    /**
     * Tells everybody who got the firing of its end, and takes back what has not gone out. Where a firing is still on its way the end
     * waits for it ({@link #arrived}), so that it never comes first.
     */
    void close(String id, Script toPatient) {
        escalation.rest(id);
        for (Delivery delivery : desk.deliveries()) {
            if (delivery.episode().equals(id) && !delivery.inFlight()) {
                desk.end(delivery);
                desk.write(id, Happening.CANCELLED, Desk.wordsOf(delivery));
            }
        }
        desk.episode(id).stream()
                .flatMap(episode -> episode.told().addresses().stream())
                .filter(address -> !isOnItsWay(id, address))
                .forEach(address -> closeAt(id, address, toPatient));
    }

    /** A firing is no longer on its way: if the alert ended meanwhile, whoever got one is told of that. */
    void arrived(Delivery firing) {
        desk.episode(firing.episode())
                .filter(episode ->
                        !episode.stands() && episode.told().addresses().contains(firing.to()))
                .filter(episode -> !isOnItsWay(episode.id(), firing.to()))
                .ifPresent(episode -> closeAt(episode.id(), firing.to(), Script.ALL_CLEAR));
    }

    private boolean isOnItsWay(String id, Address address) {
        return desk.deliveries().stream()
                .anyMatch(delivery -> delivery.episode().equals(id)
                        && delivery.to().equals(address)
                        && delivery.message().fires()
                        && delivery.inFlight());
    }

    private void closeAt(String id, Address address, Script toPatient) {
        boolean patient = address.kind() == RecipientKind.PATIENT;
        Lane lane = patient ? Lane.NUDGE : Lane.ROUTINE;
        desk.put(desk.episode(id).orElseThrow().closed(address));
        messages.plan(id, address, lane, Reason.RESOLVED, patient ? toPatient : Script.TEAM_RESOLVED);
    }

    private boolean isReferred(Episode episode) {
        return episode.told()
                .referred()
                .filter(at -> at.plus(REFERRALS_APART).isAfter(desk.now()))
                .isPresent();
    }

    private Address patient(Episode episode) {
        return new Address(
                RecipientKind.PATIENT,
                episode.finding().patient(),
                desk.practice().channelOf(desk.profile().flatMap(PatientProfile::contact)));
    }
}
