package plumbline.analytics.course;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import plumbline.analytics.course.FeltCourse.Stretch;
import plumbline.analytics.episode.Episode.Account;
import plumbline.analytics.episode.Settled;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.history.PainDays;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.Improvement;
import plumbline.analytics.policy.PainCourse;
import plumbline.analytics.policy.PersistentPain;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.Evidence;

/** Says why a pain is called persistent, and how far it has come. */
final class PersistAccount {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private final PersistentPain policy;
    private final Improvement improvement;
    private final Timeline timeline;
    private final Region region;
    private final NavigableMap<LocalDate, PainDay> pain;

    PersistAccount(PainCourse policy, Timeline timeline, Region region) {
        this.policy = policy.persistent();
        this.improvement = policy.improvement();
        this.timeline = timeline;
        this.region = region;
        this.pain = timeline.pain(region);
    }

    /** What there is to say. */
    record Told(Stretch stretch, int stage, int relapses, Optional<LocalDate> relapsedOn, Settled settled) {
        LocalDate since() {
            return stretch.since();
        }

        LocalDate lastFelt() {
            return stretch.lastFelt();
        }

        long lastedDays() {
            return ChronoUnit.DAYS.between(since(), lastFelt());
        }
    }

    /** Why it holds: the days of the window that ends on the last day of pain. */
    Account holding(Told told) {
        PersistentPain.Open open = policy.open();
        LocalDate first = told.lastFelt().minusDays(open.windowDays() - 1L);
        Collection<PainDay> window =
                pain.subMap(first, true, told.lastFelt(), true).values();
        long painful = painful(window);
        int worst = window.stream().mapToInt(PainDay::worst).max().orElse(0);
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("painDays", (double) painful);
        numbers.put("painDaysNeeded", (double) open.painDays());
        numbers.put("windowDays", (double) open.windowDays());
        numbers.put("painFrom", (double) open.painFrom());
        numbers.put("spanDaysNeeded", (double) open.spanDays());
        numbers.put("worst", (double) worst);
        course(numbers, told);
        return new Account(
                summary(told, painful),
                new Evidence(
                        "PERSIST-" + told.stage(),
                        numbers,
                        window.stream()
                                .map(day -> PainDays.evidence(pain, day.date()))
                                .toList(),
                        FeltAccount.share(timeline.reportedDays(first, told.lastFelt()), open.windowDays()),
                        PainDays.events(timeline, region, first, told.lastFelt())));
    }

    private void course(Map<String, Double> numbers, Told told) {
        numbers.put("lastedDays", (double) told.lastedDays());
        if (told.stage() < policy.stages().size()) {
            numbers.put("nextStageAfterDays", (double)
                    policy.stages().get(told.stage()).afterDays());
        }
        told.settled().baseline().ifPresent(tenths -> numbers.put("baseline", tenths / 10.0));
        timeline.scores(region)
                .level(told.lastFelt(), improvement.windowDays(), improvement.leastDays())
                .ifPresent(level -> numbers.put("weekMedian", level));
        if (told.relapses() > 0) {
            numbers.put("relapses", (double) told.relapses());
        }
    }

    private String summary(Told told, long painful) {
        String relapse = told.relapsedOn()
                .filter(day ->
                        day.isAfter(told.lastFelt().minusDays(policy.open().windowDays())))
                .map(day -> ", back on " + DAY.format(day) + " after days without")
                .orElse("");
        String days = told.stage() == 1
                ? "Pain of " + policy.open().painFrom() + " or more on " + days(painful, told.since(), told.lastFelt())
                        + region.words()
                : "Pain" + region.words() + " for " + told.lastedDays() + " days, since " + DAY.format(told.since())
                        + ", without clear improvement";
        return days + relapse;
    }

    private String days(long inWindow, LocalDate since, LocalDate lastFelt) {
        int window = policy.open().windowDays();
        if (inWindow >= policy.open().painDays() && lastFelt.equals(timeline.today())) {
            return inWindow + " of the last " + window + " days";
        }
        long days = lastFelt.toEpochDay() - since.toEpochDay() + 1;
        long painful = painful(pain.subMap(since, true, lastFelt, true).values());
        return painful + " of the " + days + " days from " + DAY.format(since) + " to " + DAY.format(lastFelt);
    }

    private long painful(Collection<PainDay> days) {
        return days.stream()
                .filter(day -> day.worst() >= policy.open().painFrom())
                .count();
    }
}
