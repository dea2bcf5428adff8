package plumbline.analytics.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import plumbline.analytics.episode.Lean;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.LeftRight;
import plumbline.analytics.symmetry.Balance;
import plumbline.analytics.symmetry.DaySeries;
import plumbline.analytics.symmetry.PainSeries;
import plumbline.analytics.symmetry.UnsidedWalk;
import plumbline.analytics.symmetry.Usual;
import plumbline.contract.vocabulary.Measure;

/** Every measured balance of a patient, in the order of the policy's trust, and the pain beside it. */
final class Body {
    private final Timeline timeline;
    private final LeftRight policy;
    private final PainSeries pain;
    private final List<Balance> balances;
    private final DaySeries unsidedWalks;
    private final long firstJudged;
    private final long lastJudged;

    Body(Timeline timeline, LeftRight policy) {
        this.timeline = timeline;
        this.policy = policy;
        this.pain = PainSeries.of(timeline.worstPain(), worst -> worst);
        this.unsidedWalks = new DaySeries(timeline.symmetry(Measure.WALKING_ASYMMETRY));
        List<Balance> measured = new ArrayList<>();
        long firstValue = Long.MAX_VALUE;
        long lastValue = Long.MIN_VALUE;
        for (Measure measure : policy.measures().keySet()) {
            NavigableMap<LocalDate, Integer> days = timeline.symmetry(measure);
            if (!days.isEmpty()) {
                DaySeries series = new DaySeries(days);
                measured.add(new Balance(measure, series, pain, policy, today()));
                firstValue = Math.min(firstValue, series.first());
                lastValue = Math.max(lastValue, series.last());
            }
        }
        LeftRight.Window window = policy.window();
        this.balances = List.copyOf(measured);
        this.firstJudged = Math.max(firstValue, timeline.judgedFrom().toEpochDay());
        this.lastJudged = Math.min(today(), lastValue + Math.max(window.days(), window.lapseDays()) + 1);
    }

    Timeline timeline() {
        return timeline;
    }

    LeftRight policy() {
        return policy;
    }

    List<Balance> balances() {
        return balances;
    }

    /** The balance of one measure; absent when it was never measured, or is no longer in the policy. */
    Optional<Balance> balance(Measure measure) {
        return balances.stream().filter(each -> each.measure() == measure).findFirst();
    }

    /** How uneven the patient walked before a day, by a measure that tells no side; absent when too little was measured. */
    Optional<UnsidedWalk> unsidedWalk(long day) {
        return UnsidedWalk.on(day, unsidedWalks, policy);
    }

    long today() {
        return timeline.today().toEpochDay();
    }

    /** The first day to judge: the first that can still change, or the first with a value. */
    long firstJudged() {
        return firstJudged;
    }

    /** The last day on which anything can open or end: long after the last value, nothing does. */
    long lastJudged() {
        return lastJudged;
    }

    /** What was usual when an episode opened. */
    Usual frozen(Lean lean) {
        return new Usual(lean.baseline(), lean.sigma(), policy.baseline().leastDays());
    }

    /** The worst pain anywhere in the days before a day that still count; 0 without any. */
    int worstPainBefore(long day) {
        return pain.worst(day - policy.besidePain().withinDays(), day - 1);
    }
}
