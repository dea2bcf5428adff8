package plumbline.notifier.casework;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.contract.Identity;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.Reason;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.patient.PatientProfile;
import plumbline.contract.team.CareTeam;
import plumbline.contract.vocabulary.Site;
import plumbline.notifier.casefile.Address;
import plumbline.notifier.casefile.Delivery;
import plumbline.notifier.casefile.Episode;
import plumbline.notifier.casefile.Message;
import plumbline.notifier.text.Script;

/** Writes a message to one address, in its language, and puts it down for {@link Release}. */
final class Messages {
    private final Desk desk;

    Messages(Desk desk) {
        this.desk = desk;
    }

    Delivery plan(String id, Address to, Lane lane, Reason reason, Script script) {
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
        Message message = new Message(lane, reason, script, textOf(script, episode, languageOf(to)), expires);
        Delivery planned = Delivery.planned(delivery, id, to, message, desk.now());
        desk.put(planned);
        return planned;
    }

    private Locale languageOf(Address to) {
        Optional<String> tag = to.kind() == RecipientKind.PATIENT
                ? desk.profile().flatMap(PatientProfile::language)
                : desk.careTeam(Recipients.teamOf(to.id())).flatMap(CareTeam::language);
        return tag.map(Locale::forLanguageTag).orElse(Locale.ENGLISH);
    }

    private String textOf(Script script, Episode episode, Locale language) {
        if (script != Script.EXERCISE_PLAN) {
            return desk.practice().library().texts(language).of(script, episode.finding());
        }
        Set<Site> painful = desk.episodes().stream()
                .filter(Episode::stands)
                .flatMap(other -> other.finding().site().stream())
                .collect(Collectors.toSet());
        return desk.practice().library().exercises(language).plan(episode.finding(), painful);
    }
}
