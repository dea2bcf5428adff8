package plumbline.analytics.balance;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import plumbline.analytics.policy.LeftRight;
import plumbline.analytics.policy.LeftRight.Limits;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Side;

/** One measure of one patient: what is usual for this body, and how far it is from that. A day is judged by the days before it. */
final class Balance {
    /** Makes the median absolute deviation of a normal distribution its standard deviation. */
    private static final double MAD_TO_SIGMA = 1.4826;

    private final Measure measure;
    private final Limits limits;
    private final DaySeries series;
    private final LeftRight policy;

    Balance(Measure measure, DaySeries series, LeftRight policy, Limits limits) {
        this.measure = measure;
        this.series = series;
        this.policy = policy;
        this.limits = limits;
    }

    Measure measure() {
        return measure;
    }

    Limits limits() {
        return limits;
    }

    DaySeries series() {
        return series;
    }

    /** The median index of the window up to the day before; absent when too few of its days have a value. */
    OptionalDouble median(long day) {
        return series.median(windowStart(day), day - 1, policy.window().leastDays());
    }

    long windowStart(long day) {
        return day - policy.window().days();
    }

    /** The newest day with a value before a day. */
    OptionalLong newestBefore(long day) {
        return series.newest(day - 1);
    }

    /** What was usual before the days that are judged. */
    Optional<Usual> usual(long day, LongPredicate inPain) {
        LeftRight.Baseline baseline = policy.baseline();
        double[] values = new double[baseline.fromDay() - baseline.toDay() + 1];
        int count = 0;
        for (long each = day - baseline.fromDay(); each <= day - baseline.toDay(); each++) {
            if (series.has(each) && !inPain.test(each)) {
                values[count++] = series.index(each);
            }
        }
        if (count == 0 || count < baseline.leastDays()) {
            return Optional.empty();
        }
        double middle = DaySeries.median(values, count);
        for (int i = 0; i < count; i++) {
            values[i] = Math.abs(values[i] - middle);
        }
        double spread = MAD_TO_SIGMA * DaySeries.median(values, count);
        double weight = baseline.shrinkWeight();
        double usualSpread = limits.usualSpread();
        double variance = (weight * usualSpread * usualSpread + count * spread * spread) / (weight + count);
        return Optional.of(new Usual(middle, Math.sqrt(variance), count));
    }

    /** The smallest change that counts for a patient with this spread. */
    double changeNeeded(double sigma) {
        return Math.max(limits.smallestDetectable(), policy.window().sigmas() * sigma);
    }

    /** On how many days of the window the index was changed enough to one side. */
    int changedDays(long day, double usual, double needed, int direction) {
        int days = 0;
        for (long each = windowStart(day); each < day; each++) {
            days += isChanged(each, usual, needed, direction) ? 1 : 0;
        }
        return days;
    }

    /** The first of the measured days, without an unchanged one between, on which it was; the day itself if there is none. */
    long changedSince(long day, double usual, double needed, int direction) {
        long since = windowStart(day);
        while (since < day && !isChanged(since, usual, needed, direction)) {
            since++;
        }
        for (long each = since - 1; each >= day - policy.baseline().fromDay(); each--) {
            if (isChanged(each, usual, needed, direction)) {
                since = each;
            } else if (series.has(each)) {
                break;
            }
        }
        return since;
    }

    private boolean isChanged(long day, double usual, double needed, int direction) {
        return series.has(day) && direction * (series.index(day) - usual) >= needed;
    }

    /**
     * The highest sum that the Page-Hinkley test reached lately in one direction, over the days since the baseline began. Its
     * running mean starts at 0 with the weight of the baseline's days.
     */
    double drift(long day, Usual usual, int direction) {
        LeftRight.PageHinkley test = policy.pageHinkley();
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
    Side loaded(int direction) {
        return direction > 0 == limits.greaterIsHeavier() ? Side.RIGHT : Side.LEFT;
    }

    /** The sign of the index when this side carries more. */
    int direction(Side loaded) {
        return loaded == loaded(1) ? 1 : -1;
    }
}
