package plumbline.analytics.balance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import plumbline.analytics.episode.Ending;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Lean;
import plumbline.analytics.episode.Settled;
import plumbline.analytics.episode.Span;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.policy.LeftRight.Window;
import plumbline.analytics.symmetry.Balance;
import plumbline.contract.finding.Severity;

/**
 * The course of one subject over the days: opens when its rule says so, keeps the baseline of that day, and ends only well below
 * the limits, so that no single day or event makes it flap.
 */
final class Course {
    static final String RECOVERED = "RECOVERED";
    static final String LAPSED = "LAPSED";

    /** What differs between the rules about left and right. */
    interface Rule {
        Subject subject();

        /** How the episode leans that opens on a day, and since when. */
        Optional<Opening> opening(long day);

        /** Whether it ends on a day for another reason than recovery. */
        Optional<String> ending(Run run, long day);

        /** How urgent it is on a day. */
        Severity severity(Run run, long day);

        /** The limit that its median must exceed to open. */
        double limit(Balance balance);

        Episode.Account holding(Run run, long day);
    }

    record Opening(Lean lean, long since) {}

    /** An episode so far: as urgent as it ever was. */
    record Run(Lean lean, long since, long heldOn, Severity severity) {
        Run with(Severity other) {
            return severity.isAbove(other) || severity == other ? this : new Run(lean, since, heldOn, other);
        }
    }

    private final Body body;
    private final Rule rule;
    private final Window window;
    private final List<Episode> episodes = new ArrayList<>();
    private @Nullable Run run;
    private Severity settled = Severity.INFO;
    private long opensFrom;

    /** The course with what was open before the first day that is judged. */
    Course(Body body, Rule rule) {
        this.body = body;
        this.rule = rule;
        this.window = body.policy().window();
        this.opensFrom = refractoryUntil();
        this.run =
                body.timeline().carried(rule.subject()).flatMap(this::carried).orElse(null);
        if (run != null) {
            settled = run.severity();
        }
    }

    /** What is open. */
    Optional<Run> run() {
        return Optional.ofNullable(run);
    }

    /** Goes on by a day; the days come in order. */
    void step(long day) {
        if (run == null) {
            run = day >= opensFrom ? opened(day) : null;
            return;
        }
        run = run.with(rule.severity(run, day));
        Optional<String> reason = ending(run, day);
        if (reason.isPresent()) {
            episodes.add(episode(run, day, reason));
            opensFrom = run.heldOn() + refractoryDays();
            run = null;
            settled = Severity.INFO;
        }
    }

    /** Every episode, once all days have gone by. */
    List<Episode> episodes() {
        List<Episode> all = new ArrayList<>(episodes);
        run().ifPresent(open -> all.add(episode(open, body.today(), Optional.empty())));
        return all;
    }

    private int refractoryDays() {
        return body.policy().change().pageHinkley().refractoryDays();
    }

    /** Until when an episode that ended before the days that are judged keeps another one from opening. */
    private long refractoryUntil() {
        return body.timeline().told(rule.subject().kind()).stream()
                .filter(known -> known.subject().equals(rule.subject()))
                .map(Known::span)
                .filter(span -> span.ending()
                        .filter(end -> end.on().isBefore(body.timeline().judgedFrom()))
                        .isPresent())
                .mapToLong(span -> span.heldOn().toEpochDay() + refractoryDays())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private Optional<Run> carried(Known known) {
        return known.grade()
                .lean()
                .filter(lean -> body.balance(lean.measure()).isPresent())
                .map(lean -> carried(known, lean));
    }

    /** As urgent as it was by the days that can no longer change, not by what was told since. */
    private Run carried(Known known, Lean lean) {
        Settled before = known.grade().settled();
        long heldOn = known.span().heldOn().toEpochDay();
        Run carried = new Run(
                lean,
                known.span().since().toEpochDay(),
                heldOn,
                before.severity().orElse(Severity.INFO));
        for (long day = Math.max(heldOn, before.before().toEpochDay());
                day < body.timeline().judgedFrom().toEpochDay();
                day++) {
            carried = carried.with(rule.severity(carried, day));
        }
        return carried;
    }

    private @Nullable Run opened(long day) {
        return rule.opening(day)
                .map(opening -> new Run(opening.lean(), opening.since(), day, Severity.INFO))
                .map(run -> run.with(rule.severity(run, day)))
                .orElse(null);
    }

    private Balance balance(Run run) {
        return body.balance(run.lean().measure()).orElseThrow();
    }

    private Optional<String> ending(Run run, long day) {
        Balance balance = balance(run);
        OptionalDouble median = balance.median(day);
        if (balance.isAdoption(day)) {
            return Optional.of(SuspectRule.ADOPTED);
        }
        if (median.isPresent() && day - run.heldOn() >= window.days()) {
            int direction = balance.direction(run.lean().loaded());
            double needed = balance.changeNeeded(run.lean().sigma());
            double index = direction * median.getAsDouble();
            double change = direction * (median.getAsDouble() - run.lean().baseline());
            if (index < window.hysteresis() * rule.limit(balance) || change < window.hysteresis() * needed) {
                return Optional.of(RECOVERED);
            }
        } else if (median.isEmpty() && balance.series(day).count(day - window.lapseDays(), day - 1) == 0) {
            return Optional.of(LAPSED);
        }
        return rule.ending(run, day);
    }

    private Episode episode(Run run, long day, Optional<String> reason) {
        OptionalLong newest = balance(run).newestBefore(day);
        LocalDate measured = LocalDate.ofEpochDay(newest.orElse(run.heldOn()));
        return new Episode(
                rule.subject(),
                new Span(
                        LocalDate.ofEpochDay(run.since()),
                        LocalDate.ofEpochDay(run.heldOn()),
                        LocalDate.ofEpochDay(Math.max(run.heldOn(), measured.toEpochDay())),
                        reason.map(text -> new Ending(LocalDate.ofEpochDay(day), text))),
                Grade.of(
                        run.severity(),
                        run.lean(),
                        Settled.ofSeverity(body.timeline().judgedFrom(), settled)),
                new Episode.Accounts(
                        () -> rule.holding(run, day),
                        reason.map(text -> () -> LeanAccount.ended(text, rule.holding(run, day)))),
                reason.isPresent() ? Optional.empty() : Optional.of(measured.plusDays(window.lapseDays() + 1L)));
    }
}
