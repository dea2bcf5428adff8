package plumbline.analytics.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import plumbline.analytics.episode.Lean;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.LeftRight;
import plumbline.contract.vocabulary.Measure;

/** Every measured balance of a patient, in the order of the policy's trust, and the pain beside it. */
final class Body {
    private final Timeline timeline;
    private final LeftRight policy;
    private final List<Balance> balances = new ArrayList<>();
    private final Map<Measure, Balance> byMeasure = new HashMap<>();

    Body(Timeline timeline, LeftRight policy) {
        this.timeline = timeline;
        this.policy = policy;
        policy.measures().forEach((measure, limits) -> {
            NavigableMap<LocalDate, Integer> days = timeline.symmetry(measure);
            if (!days.isEmpty()) {
                Balance balance = new Balance(measure, new DaySeries(days), policy, limits);
                balances.add(balance);
                byMeasure.put(measure, balance);
            }
        });
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
        return Optional.ofNullable(byMeasure.get(measure));
    }

    long today() {
        return timeline.today().toEpochDay();
    }

    /** The first day to judge: the first that can still change, or the first with a value. */
    long firstJudged() {
        long firstValue = balances.stream()
                .map(balance -> timeline.symmetry(balance.measure()).firstKey().toEpochDay())
                .min(Long::compare)
                .orElse(today());
        return Math.max(firstValue, timeline.judgedFrom().toEpochDay());
    }

    /** The last day on which anything can open or end: long after the last value, nothing does. */
    long lastJudged() {
        long lastValue = balances.stream()
                .map(balance -> timeline.symmetry(balance.measure()).lastKey().toEpochDay())
                .max(Long::compare)
                .orElse(today());
        return Math.min(
                today(),
                lastValue + Math.max(policy.window().days(), policy.window().lapseDays()) + 1);
    }

    /** What was usual before a day; a day with too much pain does not tell. */
    Optional<Usual> usual(Balance balance, long day) {
        NavigableMap<LocalDate, Integer> worst = timeline.worstPain();
        return balance.usual(
                day,
                each -> worst.getOrDefault(LocalDate.ofEpochDay(each), 0)
                        >= policy.baseline().painBelow());
    }

    /** What was usual when an episode opened. */
    Usual frozen(Lean lean) {
        return new Usual(lean.baseline(), lean.sigma(), policy.baseline().leastDays());
    }

    /** The worst pain anywhere in the days up to a day that still count; 0 without any. */
    int worstPain(long day) {
        LocalDate last = LocalDate.ofEpochDay(day);
        LocalDate first = last.minusDays(policy.besidePain().withinDays() - 1L);
        int worst = 0;
        for (int each : timeline.worstPain().subMap(first, true, last, true).values()) {
            worst = Math.max(worst, each);
        }
        return worst;
    }
}
