package plumbline.analytics.rule;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import plumbline.analytics.episode.Episode.Account;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.PersistentPain;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.Evidence;

/** Says why a pain is called persistent, and why no longer. */
final class PersistAccount {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private final PersistentPain policy;
    private final Timeline timeline;
    private final Region region;
    private final NavigableMap<LocalDate, PainDay> pain;

    PersistAccount(PersistentPain policy, Timeline timeline, Region region) {
        this.policy = policy;
        this.timeline = timeline;
        this.region = region;
        this.pain = timeline.pain(region);
    }

    /** Why it holds: the days of the window that ends on the last day of pain. */
    Account holding(LocalDate since, LocalDate lastFelt) {
        PersistentPain.Open open = policy.open();
        LocalDate first = lastFelt.minusDays(open.windowDays() - 1L);
        Collection<PainDay> window = pain.subMap(first, true, lastFelt, true).values();
        long painful = painful(window);
        int worst = window.stream().mapToInt(PainDay::worst).max().orElse(0);
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("painDays", (double) painful);
        numbers.put("painDaysNeeded", (double) open.painDays());
        numbers.put("windowDays", (double) open.windowDays());
        numbers.put("painFrom", (double) open.painFrom());
        numbers.put("spanDaysNeeded", (double) open.spanDays());
        numbers.put("worst", (double) worst);
        return new Account(
                "Pain of " + open.painFrom() + " or more on " + days(painful, since, lastFelt) + region.words(),
                new Evidence(
                        PersistRule.OPENS,
                        numbers,
                        window.stream()
                                .map(day -> PainDays.evidence(pain, day.date()))
                                .toList(),
                        share(timeline.reportedDays(first, lastFelt), open.windowDays()),
                        PainDays.events(timeline, region, first, lastFelt)));
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

    /** Whether enough of the days after the last pain were reported to believe that it is over. */
    boolean isConfirmed(LocalDate lastFelt) {
        return reportedAfter(lastFelt)
                >= policy.close().reportedShare() * policy.close().freeDays();
    }

    /** Why it ended. */
    Account ended(String rule, LocalDate lastFelt) {
        PersistentPain.Close close = policy.close();
        int reported = reportedAfter(lastFelt);
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("freeDays", (double) close.freeDays());
        numbers.put("feltFrom", (double) close.feltFrom());
        numbers.put("reportedDays", (double) reported);
        numbers.put("reportedShare", share(reported, close.freeDays()));
        numbers.put("reportedShareNeeded", close.reportedShare());
        String heading = rule.equals(PersistRule.RESOLVED)
                ? "No pain of " + close.feltFrom() + " or more for " + close.freeDays() + " days"
                : "Nothing heard of it for " + close.freeDays() + " days, with too few reports to call it over,";
        return new Account(
                heading + region.words(),
                new Evidence(rule, numbers, List.of(), share(reported, close.freeDays()), List.of()));
    }

    private int reportedAfter(LocalDate lastFelt) {
        return timeline.reportedDays(
                lastFelt.plusDays(1), lastFelt.plusDays(policy.close().freeDays()));
    }

    private long painful(Collection<PainDay> days) {
        return days.stream()
                .filter(day -> day.worst() >= policy.open().painFrom())
                .count();
    }

    private static double share(int part, int whole) {
        return Math.round(100.0 * part / whole) / 100.0;
    }
}
