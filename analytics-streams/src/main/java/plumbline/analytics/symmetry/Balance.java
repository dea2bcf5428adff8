package plumbline.analytics.symmetry;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import plumbline.analytics.policy.LeftRight;
import plumbline.analytics.policy.LeftRight.Limits;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Side;

/**
 * One measure of one patient: what is usual for this body, and how far it is from that. A day is judged by the days before it, as
 * far as they can be trusted. Several rules ask for the same days: what was computed is kept.
 */
public final class Balance {
    private final Measure measure;
    private final Limits limits;
    private final LeftRight policy;
    private final PainSeries pain;
    private final Quarantine quarantine;
    private final long first;
    private final @Nullable OptionalDouble[] medians;
    private final @Nullable Optional<Usual>[] usuals;

    /**
     * A balance as of today.
     *
     * @param pain the worst pain of each day, wherever it was
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // There is no array of a generic type.
    public Balance(Measure measure, DaySeries series, PainSeries pain, LeftRight policy, long today) {
        this.measure = measure;
        this.limits = policy.limits(measure);
        this.policy = policy;
        this.pain = pain;
        this.quarantine = new Quarantine(series, pain, limits, policy).watch(today);
        this.first = series.first();
        int days = (int) (series.last() - first) + 1 + policy.window().days();
        this.medians = new OptionalDouble[days];
        this.usuals = new Optional[days];
    }

    public Measure measure() {
        return measure;
    }

    public Limits limits() {
        return limits;
    }

    /** When the device seemed to take left for right. */
    public List<Suspicion> suspicions() {
        return quarantine.suspicions();
    }

    /** Whether on this day another side became the usual one, so that what was compared with the old one is void. */
    public boolean isAdoption(long day) {
        return quarantine.isAdoption(day);
    }

    /** The values that can be trusted as judged on a day. */
    public DaySeries series(long day) {
        return quarantine.trusted(day);
    }

    /** Every value, trusted or not. */
    public DaySeries raw() {
        return quarantine.raw();
    }

    /** The median index of the window up to the day before; absent when too few of its days have a value. */
    public OptionalDouble median(long day) {
        int place = (int) Math.min(Integer.MAX_VALUE, day - first);
        if (place < 0 || place >= medians.length) {
            return OptionalDouble.empty();
        }
        OptionalDouble known = medians[place];
        if (known == null) {
            known = series(day)
                    .median(windowStart(day), day - 1, policy.window().leastDays());
            medians[place] = known;
        }
        return known;
    }

    public long windowStart(long day) {
        return day - policy.window().days();
    }

    /** The newest day with a value before a day. */
    public OptionalLong newestBefore(long day) {
        return series(day).newest(day - 1);
    }

    /** What was usual before the days that are judged; a day with too much pain does not tell. */
    public Optional<Usual> usual(long day) {
        int place = (int) (day - first);
        if (place < 0 || place >= usuals.length) {
            return usualBefore(day);
        }
        Optional<Usual> known = usuals[place];
        if (known == null) {
            known = usualBefore(day);
            usuals[place] = known;
        }
        return known;
    }

    private Optional<Usual> usualBefore(long day) {
        return Usual.before(day, series(day), pain, policy.baseline(), limits.usualSpread());
    }

    /** The smallest change that counts for a patient with this spread. */
    public double changeNeeded(double sigma) {
        return Math.max(limits.smallestDetectable(), policy.change().sigmas() * sigma);
    }

    /** On how many days of the window the index was changed enough to one side. */
    public int changedDays(long day, double usual, double needed, int direction) {
        DaySeries series = series(day);
        int days = 0;
        for (long each = windowStart(day); each < day; each++) {
            days += isChanged(series, each, usual, needed, direction) ? 1 : 0;
        }
        return days;
    }

    /** The first of the measured days, without an unchanged one between, on which it was; the day itself if there is none. */
    public long changedSince(long day, double usual, double needed, int direction) {
        DaySeries series = series(day);
        long since = windowStart(day);
        while (since < day && !isChanged(series, since, usual, needed, direction)) {
            since++;
        }
        for (long each = since - 1; each >= day - policy.baseline().fromDay(); each--) {
            if (isChanged(series, each, usual, needed, direction)) {
                since = each;
            } else if (series.has(each)) {
                break;
            }
        }
        return since;
    }

    private static boolean isChanged(DaySeries series, long day, double usual, double needed, int direction) {
        return series.has(day) && direction * (series.index(day) - usual) >= needed;
    }

    /**
     * The highest sum that the Page-Hinkley test reached lately in one direction, over the days since the baseline began. Its
     * running mean starts at 0 with the weight of the baseline's days.
     */
    public double drift(long day, Usual usual, int direction) {
        LeftRight.PageHinkley test = policy.change().pageHinkley();
        DaySeries series = series(day);
        double weight = usual.days();
        double total = 0;
        double sum = 0;
        double least = 0;
        double highest = 0;
        for (long each = day - policy.baseline().fromDay(); each < day; each++) {
            if (!series.has(each)) {
                continue;
            }
            double deviation = direction * (series.index(each) - usual.index()) / usual.sigma();
            double bounded = Math.max(-test.winsor(), Math.min(test.winsor(), deviation));
            total += bounded;
            weight++;
            sum += bounded - total / weight - test.delta();
            least = Math.min(least, sum);
            if (each >= day - test.refractoryDays()) {
                highest = Math.max(highest, sum - least);
            }
        }
        return highest;
    }

    /** The side that carries more when the index has this sign. */
    public Side loaded(int direction) {
        return direction > 0 == limits.greaterIsHeavier() ? Side.RIGHT : Side.LEFT;
    }

    /** The sign of the index when this side carries more. */
    public int direction(Side loaded) {
        return loaded == loaded(1) ? 1 : -1;
    }
}
