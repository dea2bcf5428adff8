package plumbline.analytics.fold;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Known;
import plumbline.analytics.history.ActiveDays;
import plumbline.analytics.history.History;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.history.Pains;
import plumbline.analytics.reconcile.Occasion;
import plumbline.analytics.reconcile.Occasion.Restate;
import plumbline.analytics.reconcile.Reconciler;
import plumbline.analytics.rule.PainRules;
import plumbline.analytics.timeline.DayDigest;
import plumbline.analytics.timeline.Ledger;
import plumbline.contract.finding.FindingKind;

/**
 * What was made of a chart when it was last looked at, so that only what has changed is made anew. It is never stored, and a chart
 * without it comes to the same findings, at a higher cost.
 */
public final class Recollection {
    private static final Set<FindingKind> KINDS = Collections.unmodifiableSet(EnumSet.allOf(FindingKind.class));

    final Recalled<PainRules.Seen> pain = new Recalled<>();
    final Recalled<List<Episode>> balance = new Recalled<>();
    final Recalled<List<Episode>> strain = new Recalled<>();
    final Recalled<List<Episode>> wear = new Recalled<>();

    private final Recalled<Pains> pains = new Recalled<>();
    private ActiveDays activity = ActiveDays.NONE;
    private List<Known> known = List.of();
    private Occasion.@Nullable Reach reach;
    private Set<FindingKind> moved = KINDS;

    /** A result that holds for as long as what it was made from stays the same. */
    static final class Recalled<R> {
        private @Nullable Object source;
        private @Nullable R result;
        private boolean isNew;

        R of(Object from, Supplier<R> making) {
            R last = result;
            isNew = last == null || !from.equals(source);
            if (last == null || isNew) {
                last = making.get();
                source = from;
                result = last;
            }
            return last;
        }

        /** Whether it was made when it was last asked for. */
        boolean isNew() {
            return isNew;
        }
    }

    private record Source(List<PainDay> frozen, Ledger ledger) {}

    Pains pains(History history, Ledger ledger) {
        return pains.of(new Source(history.frozen(), ledger), () -> new Pains(history.frozen(), ledger.reports()));
    }

    /**
     * The activity of the days that are over.
     *
     * @param days in date order
     */
    ActiveDays activity(List<DayDigest> days) {
        activity = activity.of(days);
        return activity;
    }

    /** The kinds that are as they were when they were reconciled last, to no effect, if their rules come to the same. */
    Set<FindingKind> steady(Occasion occasion, List<Known> before) {
        boolean same = occasion.restate() == Restate.NEWS
                && before == known
                && occasion.reach().equals(reach);
        Set<FindingKind> steady = EnumSet.noneOf(FindingKind.class);
        if (same) {
            steady.addAll(KINDS);
            steady.removeAll(moved);
        }
        return steady;
    }

    void reconciled(Occasion occasion, Reconciler.Result result) {
        known = result.known();
        reach = occasion.reach();
        moved = result.moved();
    }
}
