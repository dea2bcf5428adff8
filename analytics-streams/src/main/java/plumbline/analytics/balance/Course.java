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
import plumbline.analytics.episode.Span;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.policy.LeftRight.Window;
import plumbline.analytics.symmetry.Balance;
import plumbline.contract.finding.Severity;

/**
 * The course of one subject over the days: opens when its rule says so, keeps the baseline of that day, and ends only well below
 * the limits and by a window of days that shares none with the one that opened it, so that no single day or event makes it flap.
 * Days on which the device is suspect count as not measured. It opens again after the refractory time at the earliest.
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

    Course(Body body, Rule rule) {
        this.body = body;
        this.rule = rule;
        this.window = body.policy().window();
    }

    List<Episode> follow() {
        Run run = body.timeline().carried(rule.subject()).flatMap(this::carried).orElse(null);
        long opensFrom = Long.MIN_VALUE;
        for (long day = body.firstJudged(); day <= body.lastJudged(); day++) {
            if (run == null && day >= opensFrom) {
                run = opened(day);
            } else if (run != null) {
                run = run.with(rule.severity(run, day));
                Optional<String> reason = ending(run, day);
                if (reason.isPresent()) {
                    episodes.add(episode(run, day, reason));
                    opensFrom =
                            run.heldOn() + body.policy().change().pageHinkley().refractoryDays();
                    run = null;
                }
            }
        }
        if (run != null) {
            episodes.add(episode(run, body.today(), Optional.empty()));
        }
        return episodes;
    }

    private Optional<Run> carried(Known known) {
        return known.grade()
                .lean()
                .filter(lean -> body.balance(lean.measure()).isPresent())
                .map(lean -> new Run(
                        lean,
                        known.span().since().toEpochDay(),
                        known.span().heldOn().toEpochDay(),
                        known.grade().severity()));
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
                Grade.of(run.severity(), run.lean()),
                new Episode.Accounts(
                        rule.holding(run, day), reason.map(text -> LeanAccount.ended(text, rule.holding(run, day)))),
                reason.isPresent() ? Optional.empty() : Optional.of(measured.plusDays(window.lapseDays() + 1L)));
    }
}
