package plumbline.analytics.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import plumbline.analytics.episode.Episode.Account;
import plumbline.analytics.episode.Lean;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.history.PainDays;
import plumbline.analytics.policy.LeftRight;
import plumbline.analytics.symmetry.Balance;
import plumbline.analytics.symmetry.UnsidedWalk;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.EvidenceDay;
import plumbline.contract.vocabulary.Side;

/** Says how a body leans: the median of the newest measured window beside the baseline and the limits. */
final class LeanAccount {
    private final Body body;
    private final Balance balance;
    private final Lean lean;
    private final long day;
    private final double median;
    private final Map<String, Double> numbers = new LinkedHashMap<>();

    /**
     * An account as of a day.
     *
     * @param today the day that is judged; the newest one before it with enough values speaks
     */
    LeanAccount(Body body, Balance balance, Lean lean, long today) {
        this.body = body;
        this.balance = balance;
        this.lean = lean;
        int window = body.policy().window().days();
        long newest = balance.newestBefore(today).orElse(today);
        long measured = Math.min(today, newest + window);
        long earliest = newest - window;
        while (balance.median(measured).isEmpty() && measured > earliest) {
            measured--;
        }
        this.day = measured;
        this.median = balance.median(measured).orElse(lean.baseline());
    }

    /** States the comparisons: each value beside what it had to reach. */
    LeanAccount limit(String name, double limit, LeftRight.Proof proof) {
        int direction = balance.direction(lean.loaded());
        double needed = balance.changeNeeded(lean.sigma());
        number("median", median);
        number(name, limit);
        number("baseline", lean.baseline());
        number("change", median - lean.baseline());
        number("changeNeeded", needed);
        number("changedDays", balance.changedDays(day, lean.baseline(), needed, direction));
        number("changedDaysNeeded", proof.sameSideDays());
        number("drift", balance.drift(day, body.frozen(lean), direction));
        number("driftNeeded", proof.lambda());
        body.unsidedWalk(day).ifPresent(this::beside);
        return this;
    }

    private void beside(UnsidedWalk walk) {
        LeftRight.UnsidedWalk needed = body.policy().sensing().unsidedWalk();
        number("walkingAsymmetry", walk.median());
        number("walkingAsymmetryUsual", walk.usual());
        number("walkingAsymmetryRaised", walk.usual() + needed.points());
        number("walkingAsymmetryDays", walk.raisedDays());
        number("walkingAsymmetryDaysNeeded", needed.days());
    }

    LeanAccount number(String name, double value) {
        numbers.put(name, Math.round(100 * value) / 100.0);
        return this;
    }

    /** The account, its days with the pain of a region. */
    Account of(String rule, String beside, Region region) {
        Side loaded = lean.loaded();
        Side other = loaded == Side.LEFT ? Side.RIGHT : Side.LEFT;
        String summary = "The " + loaded.code() + " side carries " + percent(median) + " more than the " + other.code()
                + " by " + lean.measure().code().replace('-', ' ') + " (usual: " + usual() + ")" + beside;
        LocalDate last = LocalDate.ofEpochDay(body.today());
        LocalDate first = LocalDate.ofEpochDay(day - body.policy().besidePain().withinDays());
        int windowDays = body.policy().window().days();
        double coverage =
                Math.round(100.0 * balance.series(day).count(balance.windowStart(day), day - 1) / windowDays) / 100.0;
        return new Account(
                summary,
                new Evidence(
                        rule, numbers, days(region), coverage, PainDays.events(body.timeline(), region, first, last)));
    }

    private String usual() {
        Side heavier = balance.loaded(lean.baseline() > 0 ? 1 : -1);
        return Math.round(Math.abs(lean.baseline())) == 0
                ? "the same on both"
                : percent(lean.baseline()) + " more on the " + heavier.code();
    }

    private static String percent(double index) {
        return Math.round(Math.abs(index)) + " %";
    }

    private List<EvidenceDay> days(Region region) {
        List<EvidenceDay> days = new ArrayList<>();
        for (long each = day - body.policy().besidePain().withinDays(); each < day; each++) {
            LocalDate date = LocalDate.ofEpochDay(each);
            PainDay pain = body.timeline().pain(region).get(date);
            Optional<PainDay> scored = Optional.ofNullable(pain).filter(p -> p.scores() > 0);
            Optional<Double> index = balance.series(day).has(each)
                    ? Optional.of(Math.round(10 * balance.series(day).index(each)) / 10.0)
                    : Optional.empty();
            if (scored.isPresent() || index.isPresent()) {
                days.add(new EvidenceDay(
                        date,
                        scored.map(p -> OptionalInt.of(p.worst())).orElse(OptionalInt.empty()),
                        scored.map(PainDay::mean),
                        index));
            }
        }
        return days;
    }

    /** Why it ended, with the numbers that it ended with. */
    static Account ended(String reason, Account last) {
        String summary = switch (reason) {
            case SuspectRule.ADOPTED ->
                "Left and right of the device have stayed exchanged: what was compared before says nothing any more";
            case Course.RECOVERED -> "Left and right are back near the patient's usual";
            case ImbalanceRule.PAIN_JOINED -> "Pain has joined: now followed as a compensation";
            default -> "Left and right were not measured for too long to say more";
        };
        Evidence evidence = last.evidence();
        return new Account(
                summary,
                new Evidence(reason, evidence.numbers(), evidence.days(), evidence.coverage(), evidence.events()));
    }
}
