package plumbline.standalone.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import plumbline.analytics.backtest.Backtest;
import plumbline.analytics.policy.Policy;
import plumbline.cohort.score.PatientScore;
import plumbline.cohort.score.Pool;
import plumbline.cohort.score.Scorer;
import plumbline.cohort.score.Scores;
import plumbline.cohort.simulate.Plan;
import plumbline.cohort.simulate.Simulation;

/**
 * The rules of a policy on trial: over each patient alone. What one patient's trial
 * needs is forgotten with it, and the result does not depend on how many run at the same time.
 */
public final class Trial {
    private final Policy policy;
    private final LongAdder refused = new LongAdder();

    public Trial(Policy policy) {
        this.policy = policy;
    }

    /**
     * The scores of cohorts as those of one, on every core.
     *
     * @param plans of the same days and variant; the first one's run stands for all
     * @param progress told after each patient how many are done, from any thread
     */
    public Scores scores(List<Plan> plans, IntConsumer progress) {
        AtomicInteger done = new AtomicInteger();
        int each = plans.get(0).patients();
        List<PatientScore> patients = IntStream.range(0, plans.size() * each)
                .parallel()
                .mapToObj(i -> {
                    PatientScore score = patient(plans.get(i / each), i % each);
                    progress.accept(done.incrementAndGet());
                    return score;
                })
                .toList();
        return Pool.of(plans.get(0).run(), patients);
    }

    /** How many events the rules would not take. */
    public long refused() {
        return refused.sum();
    }

    private PatientScore patient(Plan plan, int number) {
        Simulation simulation = Simulation.of(plan, number);
        Scorer scorer = new Scorer(plan.run(), simulation.facts().toList());
        Backtest backtest = new Backtest(policy, scorer, (reason, line) -> refused.increment());
        simulation.arrivals(arrival -> backtest.take(arrival.event(), Optional.of(arrival.receivedAt())), day -> {});
        Instant end = endOf(plan.run().last());
        backtest.wakeUntil(end);
        backtest.finish(Optional.of(end));
        return scorer.score();
    }

    private static Instant endOf(LocalDate last) {
        return last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
