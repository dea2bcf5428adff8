package plumbline.notifier.rules;

import java.util.Collection;
import java.util.Optional;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.Attention;
import plumbline.contract.finding.FindingKind;
import plumbline.notifier.casefile.Episode;

/** What a standing alert silences about the same patient: emergency over same-day over soon over routine over nudges. */
public final class Inhibition {
    private Inhibition() {}

    /** The alert that silences messages about an episode: one that is about today, stands, and is more urgent. */
    public static Optional<Episode> over(Episode episode, Collection<Episode> all) {
        return all.stream()
                .filter(Episode::stands)
                .filter(other -> other.alert().map(Alert::attention).orElseThrow() == Attention.ACTIVE)
                .filter(other -> other.gravity().isAbove(episode.gravity()))
                .findFirst();
    }

    /** Whether exercise is stopped: an emergency or same-day alert stands, even one that was learnt of late. */
    public static boolean stopsExercise(Collection<Episode> all) {
        return all.stream().anyMatch(other -> other.stands() && Routing.isUrgent(other.gravity()));
    }

    /** Whether a therapist has to look first: a compensation stands that nobody has taken on. */
    public static boolean awaitsTherapist(Collection<Episode> all) {
        return all.stream()
                .anyMatch(other -> other.isCalling() && other.finding().kind() == FindingKind.COMPENSATION);
    }
}
