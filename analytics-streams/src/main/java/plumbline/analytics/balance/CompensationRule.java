package plumbline.analytics.balance;

import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Lean;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.policy.LeftRight.BesidePain;
import plumbline.analytics.symmetry.Balance;
import plumbline.analytics.symmetry.DaySeries;
import plumbline.analytics.symmetry.PainSeries;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Pattern;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Side;

/**
 * compensation: a body that carries more on one side than it used to, beside pain on one side, in a way that has to do with it:
 * the painful side is spared, or carries more. Hysteresis: that of {@link Course}; pain that goes does not end it, and its urgency
 * never falls.
 */
final class CompensationRule implements Course.Rule {
    private final Body body;
    private final Region region;
    private final Baselines baselines;
    private final BesidePain policy;
    private final Shift.Demand demand;
    private final PainSeries pain;

    CompensationRule(Body body, Region region, Baselines baselines) {
        this.baselines = baselines;
        this.body = body;
        this.region = region;
        this.policy = body.policy().besidePain();
        this.demand = Shift.Demand.besidePain(body.policy().change());
        this.pain = PainSeries.of(body.timeline().pain(region), PainDay::worst);
    }

    @Override
    public Subject subject() {
        return new Subject(FindingKind.COMPENSATION, region);
    }

    @Override
    public Optional<Course.Opening> opening(long day) {
        if (worst(day) < policy.painFrom()) {
            return Optional.empty();
        }
        for (Balance balance : body.balances()) {
            Optional<Shift> shift = Shift.of(balance, day, demand, baselines);
            Optional<Pattern> pattern = shift.flatMap(s -> pattern(sparedShare(balance, day)));
            if (shift.isPresent() && pattern.isPresent()) {
                Shift found = shift.get();
                Lean lean = new Lean(
                        pattern,
                        balance.loaded(found.direction()),
                        balance.measure(),
                        found.usual().index(),
                        found.usual().sigma());
                return Optional.of(new Course.Opening(lean, found.since()));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<String> ending(Course.Run run, long day) {
        return Optional.empty();
    }

    @Override
    public Severity severity(Course.Run run, long day) {
        return worst(day) >= policy.soonFrom() ? Severity.SOON : Severity.ROUTINE;
    }

    @Override
    public double limit(Balance balance) {
        return demand.limit(balance);
    }

    @Override
    public Episode.Account holding(Course.Run run, long day) {
        Balance balance = body.balance(run.lean().measure()).orElseThrow();
        LeanAccount account = new LeanAccount(body, balance, run.lean(), day)
                .limit("watch", demand.limit(balance), demand.proof())
                .number("worstPain", worst(day))
                .number("painFrom", policy.painFrom());
        sparedShare(balance, day).ifPresent(share -> account.number("painfulSideLighterShare", share));
        String relation = run.lean().pattern().filter(Pattern.ANTALGIC::equals).isPresent()
                ? ": the painful side is spared"
                : ": the painful side carries more";
        return account.of("COMPENSATION", ", with pain" + region.words() + relation, region);
    }

    private int worst(long day) {
        return pain.worst(day - policy.withinDays() + 1, day);
    }

    /**
     * SIDE: on which share of the measured days near a painful one the painful side was the lighter one. The pain of the day itself
     * does not count yet, or a report at noon could take back what opened in the morning.
     */
    private OptionalDouble sparedShare(Balance balance, long day) {
        int days = 0;
        int spared = 0;
        DaySeries series = balance.series(day);
        for (long each = day - policy.withinDays(); each < day; each++) {
            if (series.has(each) && isNearPain(each, day)) {
                int direction = series.index(each) > 0 ? 1 : -1;
                Side loaded = balance.loaded(direction);
                days++;
                spared += loaded == region.side() ? 0 : 1;
            }
        }
        return days < policy.side().leastDays()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.round(100.0 * spared / days) / 100.0);
    }

    private boolean isNearPain(long day, long today) {
        int near = policy.side().nearDays();
        return pain.worst(day - near, Math.min(today - 1, day + near)) >= policy.painFrom();
    }

    private Optional<Pattern> pattern(OptionalDouble share) {
        if (share.isEmpty()) {
            return Optional.empty();
        }
        if (share.getAsDouble() >= policy.side().antalgicFrom()) {
            return Optional.of(Pattern.ANTALGIC);
        }
        return share.getAsDouble() <= policy.side().overloadTo() ? Optional.of(Pattern.OVERLOAD) : Optional.empty();
    }
}
