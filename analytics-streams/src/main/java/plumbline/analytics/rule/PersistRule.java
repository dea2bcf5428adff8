package plumbline.analytics.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import plumbline.analytics.episode.Ending;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Settled;
import plumbline.analytics.episode.Span;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.PersistentPain;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;

/**
 * PERSIST-1: pain on enough of the last days, until none is felt for long enough. It ends as RESOLVED when enough of those days
 * were reported, and else as LAPSED, for silence is no recovery.
 */
final class PersistRule {
    static final String OPENS = "PERSIST-1";
    static final String RESOLVED = "RESOLVED";
    static final String LAPSED = "LAPSED";

    private final PersistentPain policy;

    PersistRule(PersistentPain policy) {
        this.policy = policy;
    }

    List<Episode> assess(Timeline timeline) {
        TreeSet<Region> regions = new TreeSet<>(timeline.regions());
        timeline.carriedSubjects(FindingKind.PERSISTENT_PAIN).forEach(subject -> regions.add(subject.region()));
        List<Episode> episodes = new ArrayList<>();
        for (Region region : regions) {
            follow(region, timeline, episodes);
        }
        return episodes;
    }

    private void follow(Region region, Timeline timeline, List<Episode> episodes) {
        NavigableMap<LocalDate, PainDay> days = timeline.pain(region);
        Run run = timeline.carried(subject(region))
                .map(known -> carried(known, days.headMap(timeline.judgedFrom(), false)))
                .orElse(null);
        for (PainDay day : days.tailMap(timeline.judgedFrom(), true).values()) {
            if (run != null && run.isOverOn(day.date(), policy.close())) {
                episodes.add(episode(run, region, timeline));
                run = null;
            }
            run = run == null ? opening(day, days) : run.feeling(day, policy.close());
        }
        if (run != null) {
            episodes.add(episode(run, region, timeline));
        }
    }

    private Run carried(Known known, NavigableMap<LocalDate, PainDay> before) {
        LocalDate lastFelt = before.descendingMap().values().stream()
                .filter(day -> day.worst() >= policy.close().feltFrom())
                .findFirst()
                .map(PainDay::date)
                .orElse(known.span().heldOn());
        return new Run(known.span().since(), known.span().heldOn(), lastFelt);
    }

    private @Nullable Run opening(PainDay day, NavigableMap<LocalDate, PainDay> days) {
        PersistentPain.Open open = policy.open();
        if (day.worst() < open.painFrom()) {
            return null;
        }
        List<LocalDate> painful =
                days.subMap(day.date().minusDays(open.windowDays() - 1L), true, day.date(), true).values().stream()
                        .filter(each -> each.worst() >= open.painFrom())
                        .map(PainDay::date)
                        .toList();
        LocalDate first = painful.get(0);
        long span = day.date().toEpochDay() - first.toEpochDay() + 1;
        return painful.size() >= open.painDays() && span >= open.spanDays()
                ? new Run(first, day.date(), day.date())
                : null;
    }

    private Episode episode(Run run, Region region, Timeline timeline) {
        LocalDate endsOn = run.endsOn(policy.close());
        PersistAccount account = new PersistAccount(policy, timeline, region);
        Optional<Ending> ending = run.isOverOn(timeline.today(), policy.close())
                ? Optional.of(new Ending(endsOn, account.isConfirmed(run.lastFelt) ? RESOLVED : LAPSED))
                : Optional.empty();
        return new Episode(
                subject(region),
                new Span(run.since, run.heldOn, run.lastFelt, ending),
                new Grade(Severity.ROUTINE, OptionalInt.of(1), 0, Optional.empty(), Settled.NOTHING),
                new Episode.Accounts(
                        () -> account.holding(run.since, run.lastFelt),
                        ending.map(end -> () -> account.ended(end.rule(), run.lastFelt))),
                ending.isPresent() ? Optional.empty() : Optional.of(endsOn));
    }

    private static Subject subject(Region region) {
        return new Subject(FindingKind.PERSISTENT_PAIN, region);
    }

    /** A persistent pain so far. */
    private record Run(LocalDate since, LocalDate heldOn, LocalDate lastFelt) {

        Run feeling(PainDay day, PersistentPain.Close close) {
            return day.worst() >= close.feltFrom() ? new Run(since, heldOn, day.date()) : this;
        }

        LocalDate endsOn(PersistentPain.Close close) {
            return lastFelt.plusDays(close.freeDays() + 1L);
        }

        boolean isOverOn(LocalDate day, PersistentPain.Close close) {
            return !day.isBefore(endsOn(close));
        }
    }
}
