package plumbline.analytics.balance;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Lean;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.policy.LeftRight.BesidePain;
import plumbline.analytics.symmetry.Balance;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;

/**
 * imbalance: a body that carries much more on one side than it used to, without pain. It gives way to a compensation when pain joins.
 * Hysteresis: that of {@link Course}; its urgency never falls.
 */
final class ImbalanceRule implements Course.Rule {
    /** Ends an imbalance once it has become a compensation. */
    static final String PAIN_JOINED = "PAIN-JOINED";

    private static final Subject SUBJECT = new Subject(FindingKind.IMBALANCE, Region.UNSAID);

    private final Body body;
    private final BesidePain policy;
    private final Shift.Demand demand;
    private final Baselines baselines;
    private final List<Course> compensations;

    ImbalanceRule(Body body, Baselines baselines, List<Course> compensations) {
        this.baselines = baselines;
        this.body = body;
        this.policy = body.policy().besidePain();
        this.demand = Shift.Demand.quiet(body.policy().change());
        this.compensations = List.copyOf(compensations);
    }

    @Override
    public Subject subject() {
        return SUBJECT;
    }

    @Override
    public Optional<Course.Opening> opening(long day) {
        if (isCompensated() || body.worstPainBefore(day) >= policy.painFrom()) {
            return Optional.empty();
        }
        for (Balance balance : body.balances()) {
            Optional<Shift> shift = Shift.of(balance, day, demand, baselines);
            if (shift.isPresent()) {
                return shift.map(ImbalanceRule::opening);
            }
        }
        return Optional.empty();
    }

    private static Course.Opening opening(Shift shift) {
        Lean lean = new Lean(
                Optional.empty(),
                shift.balance().loaded(shift.direction()),
                shift.balance().measure(),
                shift.usual().index(),
                shift.usual().sigma());
        return new Course.Opening(lean, shift.since());
    }

    @Override
    public Optional<String> ending(Course.Run run, long day) {
        return isCompensated() ? Optional.of(PAIN_JOINED) : Optional.empty();
    }

    private boolean isCompensated() {
        return compensations.stream().anyMatch(course -> course.run().isPresent());
    }

    /** Routine once the median has been at act level for long enough. */
    @Override
    public Severity severity(Course.Run run, long day) {
        int needed = policy.imbalanceRoutineDays();
        if (day - run.heldOn() < needed) {
            return Severity.SELF_CARE;
        }
        Balance balance = body.balance(run.lean().measure()).orElseThrow();
        int direction = balance.direction(run.lean().loaded());
        for (long each = day; each > day - needed; each--) {
            OptionalDouble median = balance.median(each);
            if (median.isEmpty() || direction * median.getAsDouble() < demand.limit(balance)) {
                return Severity.SELF_CARE;
            }
        }
        return Severity.ROUTINE;
    }

    @Override
    public double limit(Balance balance) {
        return demand.limit(balance);
    }

    @Override
    public Episode.Account holding(Course.Run run, long day) {
        Balance balance = body.balance(run.lean().measure()).orElseThrow();
        return new LeanAccount(body, balance, run.lean(), day)
                .limit("act", demand.limit(balance), demand.proof())
                .of("IMBALANCE", ", without pain", Region.UNSAID);
    }
}
