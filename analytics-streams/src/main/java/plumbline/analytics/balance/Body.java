package plumbline.analytics.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
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
    private final List<Balance> balances = new ArrayList<>();
    private final DaySeries unsidedWalks;

    Body(Timeline timeline, LeftRight policy) {
        this.timeline = timeline;
        this.policy = policy;
        this.pain = PainSeries.of(timeline.worstPain(), worst -> worst);
        this.unsidedWalks = new DaySeries(timeline.symmetry(Measure.WALKING_ASYMMETRY));
        for (Measure measure : policy.measures().keySet()) {
            NavigableMap<LocalDate, Integer> days = timeline.symmetry(measure);
            if (!days.isEmpty()) {
                balances.add(new Balance(measure, new DaySeries(days), pain, policy, today()));
            }
        }
    }

    Timeline timeline() {
        return timeline;
    }

    LeftRight policy() {
        return policy;
    }

    List<Balance> balances() {
        return Collections.unmodifiableList(balances);
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
        long firstValue = balances.stream()
                .mapToLong(balance -> balance.raw().first())
                .min()
                .orElse(today());
        return Math.max(firstValue, timeline.judgedFrom().toEpochDay());
    }

    /** The last day on which anything can open or end: long after the last value, nothing does. */
    long lastJudged() {
        long lastValue = balances.stream()
                .mapToLong(balance -> balance.raw().last())
                .max()
                .orElse(today());
        return Math.min(
                today(),
                lastValue + Math.max(policy.window().days(), policy.window().lapseDays()) + 1);
    }

    /** What was usual when an episode opened. */
    Usual frozen(Lean lean) {
        return new Usual(lean.baseline(), lean.sigma(), policy.baseline().leastDays());
    }

    /** The worst pain anywhere in the days up to a day that still count; 0 without any. */
    int worstPain(long day) {
        return pain.worst(day - policy.besidePain().withinDays() + 1, day);
    }
}
