package plumbline.analytics.posture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.analytics.episode.Ending;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Episode.Account;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Span;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.LoadAndPosture.Wear;
import plumbline.analytics.timeline.DayDigest;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;

/**
 * NOT-WORN: days running on which the device told of itself, but not of a body. One hint for the patient, never a nudge; the first
 * day of wear ends it, and silence makes it lapse.
 */
final class WearRule {
    private static final Subject SUBJECT = new Subject(FindingKind.WENT_QUIET, Region.UNSAID);
    private static final int HOUR = 60;

    private final Wear policy;
    private final Timeline timeline;
    private final boolean quiet;

    WearRule(Wear policy, Timeline timeline, boolean quiet) {
        this.policy = policy;
        this.timeline = timeline;
        this.quiet = quiet;
    }

    /** Days running, the last one known so far. */
    private record Run(LocalDate first, LocalDate last, int days) {
        Run with(LocalDate day) {
            return new Run(first, day, days + 1);
        }
    }

    List<Episode> assess() {
        List<Episode> episodes = new ArrayList<>();
        Run run = null;
        for (DayDigest day : timeline.days()) {
            if (run != null && (isWorn(day) || day.date().isAfter(run.last().plusDays(policy.lapseDays())))) {
                ended(run, day.date()).ifPresent(episodes::add);
                run = null;
            }
            if (!isWorn(day)) {
                run = run == null ? new Run(day.date(), day.date(), 1) : run.with(day.date());
            }
        }
        if (run != null && counts(run)) {
            LocalDate lapsesOn = run.last().plusDays(policy.lapseDays() + 1L);
            boolean over = quiet || !lapsesOn.isAfter(timeline.today());
            episodes.add(
                    over
                            ? episode(
                                    run,
                                    Optional.of(new Ending(quiet ? run.last().plusDays(1) : lapsesOn, "LAPSED")))
                            : episode(run, Optional.empty()));
        }
        return episodes;
    }

    private boolean isWorn(DayDigest day) {
        return day.movingMinutes() > 0 && day.stillestMinutes() < policy.stillHours() * HOUR && day.wornMinutes() > 0;
    }

    private boolean counts(Run run) {
        return run.days() >= policy.days();
    }

    private Optional<Episode> ended(Run run, LocalDate next) {
        LocalDate lapsesOn = run.last().plusDays(policy.lapseDays() + 1L);
        Ending ending = next.isBefore(lapsesOn) ? new Ending(next, "WORN-AGAIN") : new Ending(lapsesOn, "LAPSED");
        return counts(run) ? Optional.of(episode(run, Optional.of(ending))) : Optional.empty();
    }

    /** A run that fills all the days that are kept may have begun before them. */
    private LocalDate since(Run run) {
        if (!run.first().equals(timeline.days().get(0).date())) {
            return run.first();
        }
        return timeline.told(FindingKind.WENT_QUIET).stream()
                .filter(known -> known.grade().severity() == Severity.INFO)
                .map(Known::span)
                .filter(span -> span.isOpen() && span.heldOn().isBefore(timeline.judgedFrom()))
                .map(Span::since)
                .filter(known -> known.isBefore(run.first()))
                .findFirst()
                .orElse(run.first());
    }

    private Episode episode(Run run, Optional<Ending> ending) {
        LocalDate heldOn = run.first().plusDays(policy.days() - 1L);
        LocalDate since = since(run);
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("days", (double) run.days());
        numbers.put("daysNeeded", (double) policy.days());
        Account holding = new Account(
                "The device seems not to have been worn for " + run.days() + " days",
                new Evidence("NOT-WORN", numbers, List.of(), 0, List.of()));
        Episode.Accounts accounts = ending.map(end -> Episode.Accounts.over(
                        () -> holding,
                        () -> new Account(
                                end.rule().equals("LAPSED")
                                        ? "Nothing more was heard of the device"
                                        : "The device is worn again",
                                new Evidence(end.rule(), Map.of(), List.of(), 1, List.of()))))
                .orElseGet(() -> Episode.Accounts.open(() -> holding));
        return new Episode(
                SUBJECT,
                new Span(since, heldOn, run.last(), ending),
                Grade.of(Severity.INFO),
                accounts,
                ending.isPresent() ? Optional.empty() : Optional.of(run.last().plusDays(policy.lapseDays() + 1L)));
    }
}
