package plumbline.notifier.casework;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.alert.NudgeAnswer;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.patient.NudgeWishes;
import plumbline.contract.patient.PatientProfile;
import plumbline.contract.team.CareTeam;
import plumbline.notifier.casefile.Case;
import plumbline.notifier.casefile.Climb;
import plumbline.notifier.casefile.Delivery;
import plumbline.notifier.casefile.Episode;
import plumbline.notifier.casefile.Nudged;
import plumbline.notifier.rules.GoodMoment;
import plumbline.notifier.rules.Rhythm;

/** One case while it is worked on: what was put down so far, and what is to be done. */
final class Desk {
    /** How many ended episodes are remembered, so that a repeat of their findings makes no new alert. */
    private static final int ENDED_REMEMBERED = 20;

    private final String patient;
    private final Practice practice;
    private final Teams teams;
    private final Instant now;
    private final Map<String, Episode> episodes = new LinkedHashMap<>();
    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
    private final List<Nudged> nudged;
    private final List<Effect> effects = new ArrayList<>();
    private final Optional<PatientProfile> profile;
    private int offsetSeconds;

    Desk(Case before, Practice practice, Teams teams, Instant now) {
        this.teams = teams;
        this.patient = before.patient();
        this.practice = practice;
        this.now = now;
        this.nudged = new ArrayList<>(before.nudged());
        this.offsetSeconds = before.offsetSeconds();
        this.profile = before.profile();
        before.episodes().forEach(episode -> episodes.put(episode.id(), episode));
        before.deliveries().forEach(delivery -> deliveries.put(delivery.id(), delivery));
    }

    Instant now() {
        return now;
    }

    Practice practice() {
        return practice;
    }

    Collection<Episode> episodes() {
        return episodes.values();
    }

    Optional<Episode> episode(String id) {
        return Optional.ofNullable(episodes.get(id));
    }

    Optional<Episode> ofAlert(String alertId) {
        return episodes.values().stream()
                .filter(episode -> episode.alertId().equals(alertId))
                .findFirst();
    }

    List<Delivery> deliveries() {
        return List.copyOf(deliveries.values());
    }

    Optional<Delivery> delivery(String id) {
        return Optional.ofNullable(deliveries.get(id));
    }

    /** When the patient may be written to, by their own clock: that of the directory, else of the newest finding. */
    Rhythm rhythm() {
        ZoneId zone =
                profile.flatMap(PatientProfile::timeZone).orElseGet(() -> ZoneOffset.ofTotalSeconds(offsetSeconds));
        return new Rhythm(
                zone,
                profile.flatMap(PatientProfile::quietHours),
                wishes().perDay().orElse(NudgeWishes.MOST_A_DAY));
    }

    Optional<PatientProfile> profile() {
        return profile;
    }

    /** What the patient does not want to hear of. */
    NudgeWishes wishes() {
        return profile.flatMap(PatientProfile::nudges).orElse(NudgeWishes.NONE);
    }

    /** The care team that owns the patient's new alerts. */
    String team() {
        return profile.flatMap(PatientProfile::careTeam).orElse(practice.team());
    }

    /** The care team of this id, if the directory has it. */
    Optional<CareTeam> careTeam(String id) {
        return teams.find(id);
    }

    void offset(ZoneOffset newest) {
        offsetSeconds = newest.getTotalSeconds();
    }

    List<Nudged> nudged() {
        return nudged;
    }

    /** Puts an episode down; the one put down last is forgotten last. */
    void put(Episode episode) {
        episodes.remove(episode.id());
        episodes.put(episode.id(), episode);
    }

    void put(Delivery delivery) {
        deliveries.put(delivery.id(), delivery);
    }

    void end(Delivery delivery) {
        deliveries.remove(delivery.id());
    }

    /** Puts an episode down with the newest revision of its alert, and publishes that. */
    Episode publish(Episode episode, Alert alert) {
        Episode newer = episode.withAlert(alert);
        put(newer);
        effects.add(new Effect.Publish(alert));
        return newer;
    }

    /** Puts an episode down that is pursued in another way, and publishes that without a revision of its own. */
    void pursue(Episode episode, Climb climb) {
        Episode newer = episode.climbing(climb);
        put(newer);
        newer.alert().map(Effect.Publish::new).ifPresent(publish -> {
            for (int i = effects.size() - 1; i >= 0; i--) {
                if (effects.get(i) instanceof Effect.Publish before
                        && before.alert().id().equals(publish.alert().id())) {
                    effects.set(i, publish);
                    return;
                }
            }
            effects.add(publish);
        });
    }

    /** Adds to the history what nobody did by hand. */
    void write(String episode, Happening what, String detail) {
        write(episode, what, AlertEntry.SYSTEM, detail, Optional.empty());
    }

    void write(String episode, Happening what, String actor, String detail, Optional<String> action) {
        episode(episode).ifPresent(known -> {
            Episode written = known.written();
            put(written);
            effects.add(new Effect.Append(new AlertEntry(
                    written.alertId(),
                    patient,
                    written.journal().sequence(),
                    written.alert().map(Alert::revision).orElse(0L),
                    now,
                    what.code(),
                    actor,
                    detail,
                    action)));
        });
    }

    /** Commands the next attempt, which must not be made after a time. */
    void send(Delivery delivery, Instant until) {
        Episode about = episodes.get(delivery.episode());
        if (about == null) {
            end(delivery);
            return;
        }
        Delivery queued = delivery.queued();
        put(queued);
        effects.add(new Effect.Send(command(queued, about, until)));
        write(about.id(), Happening.SENT, wordsOf(queued) + ", attempt " + queued.attempt());
    }

    /** Notes what the patient said to a message; absent where none of it is remembered. */
    Optional<Nudged> answered(NudgeAnswer answer) {
        for (int i = 0; i < nudged.size(); i++) {
            Nudged known = nudged.get(i);
            if (known.delivery().equals(answer.nudge()) && known.answer().isEmpty()) {
                nudged.set(i, known.answered(answer.response()));
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** Counts a message against the patient's limits. */
    void remember(Delivery delivery) {
        nudged.removeIf(before -> before.delivery().equals(delivery.id()));
        nudged.add(new Nudged(
                delivery.id(),
                now,
                delivery.message().script(),
                GoodMoment.digest(delivery),
                Optional.of(delivery.episode()),
                Optional.empty()));
    }

    static String wordsOf(Delivery delivery) {
        return delivery.message().script().code() + " to " + delivery.to().words();
    }

    private Notification command(Delivery delivery, Episode about, Instant until) {
        boolean toPatient = delivery.to().kind() == RecipientKind.PATIENT;
        return new Notification(
                delivery.id(),
                about.alertId(),
                patient,
                delivery.to().kind(),
                delivery.to().id(),
                delivery.message().lane(),
                delivery.to().channel(),
                delivery.message().reason(),
                about.finding().kind(),
                about.finding().severity(),
                delivery.attempt(),
                delivery.message().text(),
                toPatient ? Optional.empty() : Optional.of(practice.console() + "/alerts/" + about.alertId()),
                now,
                until);
    }

    Step done(Verdict verdict) {
        nudged.removeIf(before -> before.at().plus(GoodMoment.MEMORY).isBefore(now));
        forgetEnded();
        Case after = new Case(
                Case.VERSION,
                patient,
                offsetSeconds,
                profile,
                List.copyOf(episodes.values()),
                List.copyOf(deliveries.values()),
                nudged);
        return new Step(after, effects, verdict);
    }

    private void forgetEnded() {
        List<String> ended = episodes.values().stream()
                .filter(episode -> !episode.stands())
                .filter(episode ->
                        episode.alert().isEmpty() || !episode.finding().change().isOpen())
                .filter(episode -> deliveries.values().stream()
                        .noneMatch(delivery -> delivery.episode().equals(episode.id())))
                .map(Episode::id)
                .toList();
        ended.subList(0, Math.max(0, ended.size() - ENDED_REMEMBERED)).forEach(episodes::remove);
    }
}
