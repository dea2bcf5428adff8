package plumbline.analytics.symmetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.analytics.policy.LeftRight;
import plumbline.analytics.policy.LeftRight.Limits;

/**
 * Keeps apart the days of one measure on which a device seems to take left for right: the index has become the mirror image of the
 * usual one, from one measured day to the next. It takes as many days to begin, and as many of the old sign to end, so that no single
 * day or event makes it flap; after a stated number of days the new sign counts as the usual one, and the baseline begins anew.
 *
 * <p>A new pairing cannot be seen here: no event tells of one, and a day's index does not keep the source of its bouts.
 */
final class Quarantine {
    private static final long NONE = Long.MIN_VALUE;

    private final DaySeries raw;
    private final PainSeries pain;
    private final Limits limits;
    private final LeftRight policy;
    private final List<Suspicion> suspicions = new ArrayList<>();
    private final List<View> views = new ArrayList<>();

    /** What can be trusted, as judged from a day on. */
    private record View(long from, DaySeries series) {}

    Quarantine(DaySeries raw, PainSeries pain, Limits limits, LeftRight policy) {
        this.raw = raw;
        this.pain = pain;
        this.limits = limits;
        this.policy = policy;
        this.views.add(new View(Long.MIN_VALUE, raw));
    }

    List<Suspicion> suspicions() {
        return suspicions;
    }

    DaySeries raw() {
        return raw;
    }

    boolean isAdoption(long day) {
        for (View view : views) {
            if (view.from() == day) {
                return true;
            }
        }
        return false;
    }

    /** What can be trusted as judged on a day. */
    DaySeries trusted(long day) {
        int newest = views.size() - 1;
        while (newest > 0 && views.get(newest).from() > day) {
            newest--;
        }
        return views.get(newest).series();
    }

    Quarantine watch(long today) {
        int adoptDays = policy.sensing().deviceSuspect().adoptDays();
        long last = Math.min(today, raw.last() + 1 + adoptDays);
        @Nullable Suspicion open = null;
        DaySeries before = raw;
        for (long day = raw.first() + policy.baseline().toDay(); day <= last; day++) {
            if (open == null) {
                before = trusted();
                open = raw.has(day - 1) ? opening(day).orElse(null) : null;
                if (open != null) {
                    trust(before.without(open.since(), Long.MAX_VALUE));
                }
            } else if (day - open.since() >= adoptDays) {
                suspicions.add(open.adoptedOn(day));
                views.add(new View(day, raw.without(Long.MIN_VALUE, open.since() - 1)));
                open = null;
            } else if (raw.has(day - 1)) {
                long since = sameSideSince(day, open.since());
                if (since != NONE && sign(since) == sign(open.mirror().usual())) {
                    trust(before.without(open.since(), since - 1));
                    suspicions.add(open.returnedOn(day));
                    open = null;
                }
            }
        }
        if (open != null) {
            suspicions.add(open);
        }
        return this;
    }

    private Optional<Suspicion> opening(long day) {
        long since = sameSideSince(day, day - policy.window().days());
        long last =
                since == NONE ? NONE : dayBefore(since, since - policy.window().days());
        if (last == NONE || sign(last) == sign(since)) {
            return Optional.empty();
        }
        double jump = Math.abs(raw.index(since) - raw.index(last));
        if (jump < limits.smallestDetectable()) {
            return Optional.empty();
        }
        double median = newestMedian(day);
        return Usual.before(day, trusted(), pain, policy.baseline(), limits.usualSpread())
                .map(Usual::index)
                .filter(usual -> sign(usual) == sign(last)
                        && Math.abs(usual) >= limits.smallestDetectable()
                        && jump >= Math.abs(usual)
                        && Math.abs(median + usual) < limits.smallestDetectable())
                .map(usual -> Suspicion.open(since, day, new Suspicion.Mirror(usual, median, jump)));
    }

    /** The first of the newest measured days that are on one side; none if they are too few. */
    private long sameSideSince(long day, long earliest) {
        long since = NONE;
        int days = 0;
        for (long each = dayBefore(day, earliest);
                each != NONE && (since == NONE || sign(each) == sign(since));
                each = dayBefore(each, earliest)) {
            since = each;
            days++;
        }
        return days < policy.sensing().deviceSuspect().days() ? NONE : since;
    }

    private double newestMedian(long day) {
        int[] values = new int[policy.sensing().deviceSuspect().days()];
        long each = day;
        for (int i = 0; i < values.length; i++) {
            each = dayBefore(each, raw.first());
            values[i] = raw.at(each);
        }
        return DaySeries.twiceTheMedian(values, values.length) / 200.0;
    }

    /** The newest measured day before a day, down to the earliest. */
    private long dayBefore(long day, long earliest) {
        for (long each = day - 1; each >= earliest; each--) {
            if (raw.has(each)) {
                return each;
            }
        }
        return NONE;
    }

    private int sign(long day) {
        return sign(raw.index(day));
    }

    private static int sign(double index) {
        return index > 0 ? 1 : -1;
    }

    private DaySeries trusted() {
        return views.get(views.size() - 1).series();
    }

    private void trust(DaySeries series) {
        View newest = views.get(views.size() - 1);
        views.set(views.size() - 1, new View(newest.from(), series));
    }
}
