package plumbline.analytics.reconcile;

import java.util.EnumSet;
import java.util.Set;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Known;
import plumbline.contract.Identity;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;

/** Which finding an episode is: the one that was told of days which it shares, with two exceptions. */
final class Sameness {
    /** What belongs to one date, and is another finding on the next. */
    private static final Set<FindingKind> OF_ONE_DAY = EnumSet.of(
            FindingKind.PROLONGED_SITTING,
            FindingKind.PROLONGED_STANDING,
            FindingKind.REPETITIVE_LOAD,
            FindingKind.HEAVY_LIFT);

    private Sameness() {}

    static boolean isSame(Known known, Episode episode) {
        FindingKind kind = episode.subject().kind();
        if (OF_ONE_DAY.contains(kind)) {
            return known.span().since().equals(episode.span().since());
        }
        boolean apart = kind == FindingKind.WENT_QUIET
                && isAboutTheDevice(known.grade().severity())
                        != isAboutTheDevice(episode.grade().severity());
        return !apart && known.span().overlaps(episode.span());
    }

    /** The id of an episode that is told for the first time. */
    static String newId(String patient, Episode episode) {
        FindingKind kind = episode.subject().kind();
        boolean device = kind == FindingKind.WENT_QUIET
                && isAboutTheDevice(episode.grade().severity());
        return Identity.of(
                patient,
                device ? kind.code() + "-device" : kind.code(),
                Integer.toString(episode.subject().region().code()),
                episode.span().since().toString());
    }

    /** A device that is not worn is one matter, a patient of whom nothing is heard another; both may be at once. */
    private static boolean isAboutTheDevice(Severity ofQuiet) {
        return ofQuiet == Severity.INFO;
    }
}
