package plumbline.analytics.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import plumbline.analytics.course.FeltCourse.Stretch;
import plumbline.analytics.episode.Ending;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Episode.Account;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Span;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.history.PainDays;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.PainCourse;
import plumbline.analytics.policy.RecurrentPain;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;

/**
 * RECUR: pain on days running in a region whose persistent pain was over. It ends like a persistent pain, after {@code free-days}
 * without; a single day of pain does not open it.
 */
final class RecurRule {
    private static final String RULE = "RECUR";

    private final PainCourse policy;
    private final Timeline timeline;
    private final Map<Region, TreeSet<LocalDate>> resolved = new TreeMap<>();

    /**
     * The rule for one timeline.
     *
     * @param persistent the persistent pains that are assessed now
     */
    RecurRule(PainCourse policy, Timeline timeline, Collection<Episode> persistent) {
        this.policy = policy;
        this.timeline = timeline;
        Stream<Known> before = timeline.told(FindingKind.PERSISTENT_PAIN).stream()
                .filter(known -> known.span()
                        .ending()
                        .filter(ending -> ending.on().isBefore(timeline.judgedFrom()))
                        .isPresent());
        before.forEach(known -> note(known.subject(), known.span()));
        persistent.forEach(episode -> note(episode.subject(), episode.span()));
    }

    private void note(Subject subject, Span span) {
        span.ending()
                .filter(ending -> ending.rule().equals(Ending.RESOLVED))
                .map(Ending::on)
                .ifPresent(on -> resolved.computeIfAbsent(subject.region(), any -> new TreeSet<>())
                        .add(on));
    }

    List<Episode> assess() {
        List<Episode> episodes = new ArrayList<>();
        resolved.forEach((region, on) -> {
            FeltCourse course =
                    new FeltCourse(timeline, policy.persistent().close(), (day, days) -> since(day, days, on.first()));
            Subject subject = new Subject(FindingKind.RECURRENT_PAIN, region);
            course.follow(subject)
                    .forEach(stretch -> episodes.add(episode(subject, stretch, course, on.floor(stretch.since()))));
        });
        return episodes;
    }

    /** The first of the days running up to this one, when there are enough of them. */
    private Optional<LocalDate> since(PainDay day, NavigableMap<LocalDate, PainDay> days, LocalDate resolvedOn) {
        if (day.date().isBefore(resolvedOn)) {
            return Optional.empty();
        }
        RecurrentPain recurrent = policy.recurrent();
        LocalDate first = day.date();
        int count = 0;
        for (PainDay each :
                days.subMap(resolvedOn, true, day.date(), true).descendingMap().values()) {
            boolean adjoins = !each.date().isBefore(first.minusDays(recurrent.gapDays() + 1L));
            if (each.worst() < recurrent.painFrom() || !adjoins) {
                break;
            }
            first = each.date();
            count++;
        }
        return count >= recurrent.days() ? Optional.of(first) : Optional.empty();
    }

    private Episode episode(Subject subject, Stretch stretch, FeltCourse course, LocalDate resolvedOn) {
        Episode.Accounts accounts = stretch.ending()
                .map(ending -> Episode.Accounts.over(
                        () -> holding(subject.region(), stretch, resolvedOn),
                        () -> FeltAccount.ended(
                                stretch,
                                subject.region(),
                                course,
                                policy.persistent().close())))
                .orElseGet(() -> Episode.Accounts.open(() -> holding(subject.region(), stretch, resolvedOn)));
        return new Episode(
                subject,
                new Span(stretch.since(), stretch.heldOn(), stretch.lastFelt(), stretch.ending()),
                Grade.of(Severity.ROUTINE),
                accounts,
                stretch.ending().isPresent() ? Optional.empty() : Optional.of(course.endsOn(stretch)));
    }

    private Account holding(Region region, Stretch stretch, LocalDate resolvedOn) {
        RecurrentPain recurrent = policy.recurrent();
        NavigableMap<LocalDate, PainDay> pain = timeline.pain(region);
        LocalDate first = stretch.lastFelt().minusDays(6).isAfter(stretch.since())
                ? stretch.lastFelt().minusDays(6)
                : stretch.since();
        Collection<PainDay> days =
                pain.subMap(first, true, stretch.lastFelt(), true).values();
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("painFrom", (double) recurrent.painFrom());
        numbers.put("daysNeeded", (double) recurrent.days());
        numbers.put("painDays", (double)
                days.stream().filter(day -> day.worst() >= recurrent.painFrom()).count());
        numbers.put(
                "worst", (double) days.stream().mapToInt(PainDay::worst).max().orElse(0));
        numbers.put("daysSinceResolved", (double) (stretch.since().toEpochDay() - resolvedOn.toEpochDay()));
        return new Account(
                "Pain is back" + region.words() + ", after an earlier episode that was over",
                new Evidence(
                        RULE,
                        numbers,
                        days.stream()
                                .map(day -> PainDays.evidence(pain, day.date()))
                                .toList(),
                        FeltAccount.share(timeline.reportedDays(first, stretch.lastFelt()), (int)
                                (stretch.lastFelt().toEpochDay() - first.toEpochDay() + 1)),
                        PainDays.events(timeline, region, first, stretch.lastFelt())));
    }
}
