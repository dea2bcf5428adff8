package plumbline.analytics.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Known;

/**
 * Which known finding of a subject is which of its episodes: the one that began to hold on the same day, or else the best of those
 * that share days with it. The first comes first, for an episode may reach back into the days of the one before it.
 */
final class Matching {
    private static final Comparator<Known> BY_BEGINNING =
            Comparator.comparing(known -> known.span().since());
    private static final Comparator<Known> OPEN_FIRST =
            Comparator.comparing((Known known) -> !known.span().isOpen()).thenComparing(BY_BEGINNING);

    private final IdentityHashMap<Episode, Known> matches = new IdentityHashMap<>();
    private final List<Known> rest;

    private Matching(List<Known> known) {
        this.rest = new ArrayList<>(known);
    }

    /** Matches each episode with one finding at most, those that come first in the list before the others. */
    static Matching of(List<Known> known, List<Episode> episodes) {
        Matching matching = new Matching(known);
        matching.match(episodes, Matching::beganTogether);
        matching.match(episodes, (each, episode) -> true);
        return matching;
    }

    /** An open episode rather goes on with an open finding than with one that began together with it and was over. */
    private static boolean beganTogether(Known known, Episode episode) {
        return known.span().heldOn().equals(episode.span().heldOn())
                && (known.span().isOpen() || !episode.span().isOpen());
    }

    private void match(List<Episode> episodes, BiPredicate<Known, Episode> condition) {
        for (Episode episode : episodes) {
            if (!matches.containsKey(episode)) {
                rest.stream()
                        .filter(known -> Sameness.isSame(known, episode) && condition.test(known, episode))
                        .min(episode.span().isOpen() ? OPEN_FIRST : BY_BEGINNING)
                        .ifPresent(known -> {
                            rest.remove(known);
                            matches.put(episode, known);
                        });
            }
        }
    }

    Optional<Known> known(Episode episode) {
        return Optional.ofNullable(matches.get(episode));
    }

    /** The findings that are none of the episodes. */
    List<Known> rest() {
        return rest;
    }
}
