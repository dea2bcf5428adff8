package plumbline.analytics.symmetry;

import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.analytics.policy.LeftRight;

/**
 * How uneven a patient walks, by a measure that tells no side. It supports a finding and never raises one.
 *
 * @param median of the window, in percent
 * @param usual the patient's own median before
 * @param raisedDays on how many days of the window it was well above
 */
public record UnsidedWalk(double median, double usual, int raisedDays) {

    /** As judged on a day; absent when too little was measured. */
    public static Optional<UnsidedWalk> on(long day, DaySeries series, LeftRight policy) {
        LeftRight.Baseline baseline = policy.baseline();
        LeftRight.Window window = policy.window();
        long from = day - window.days();
        OptionalDouble usual = series.median(day - baseline.fromDay(), day - baseline.toDay(), baseline.leastDays());
        OptionalDouble median = series.median(from, day - 1, window.leastDays());
        if (usual.isEmpty() || median.isEmpty()) {
            return Optional.empty();
        }
        double raised = usual.getAsDouble() + policy.sensing().unsidedWalk().points();
        int days = 0;
        for (long each = from; each < day; each++) {
            days += series.has(each) && series.index(each) >= raised ? 1 : 0;
        }
        return Optional.of(new UnsidedWalk(median.getAsDouble(), usual.getAsDouble(), days));
    }
}
