package plumbline.analytics.posture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Supplier;
import plumbline.analytics.effort.Effort;
import plumbline.analytics.episode.Ending;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Episode.Account;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Span;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.LoadAndPosture;
import plumbline.analytics.posture.Stillness.Stretch;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;

/**
 * SIT, STAND, REPEAT, LIFT and NOT-WORN. The first four are about today: a finding is opened by the first such stretch of a day,
 * told anew for each further one, and over with the day; it never flaps, for a day's strain only grows.
 */
public final class PostureRules {
    private static final List<FindingKind> DAILY = List.of(
            FindingKind.PROLONGED_SITTING,
            FindingKind.PROLONGED_STANDING,
            FindingKind.REPETITIVE_LOAD,
            FindingKind.HEAVY_LIFT);

    private final LoadAndPosture policy;

    public PostureRules(LoadAndPosture policy) {
        this.policy = policy;
    }

    /** Whether the rules may see a difference between two states of today. */
    public boolean differ(DayRecord before, DayRecord after) {
        return new Strain(before, policy).glance() != new Strain(after, policy).glance();
    }

    /**
     * The episodes of load and posture: the same ones for the same timeline.
     *
     * @param quiet whether the patient went quiet, which says all about wear
     */
    public List<Episode> assess(Timeline timeline, boolean quiet) {
        List<Episode> episodes = new ArrayList<>();
        Strain strain = new Strain(timeline.now().record(), policy);
        sitting(timeline, strain).ifPresent(episodes::add);
        standing(timeline, strain).ifPresent(episodes::add);
        repetition(timeline, strain).ifPresent(episodes::add);
        lifting(timeline, strain).ifPresent(episodes::add);
        for (FindingKind kind : DAILY) {
            timeline.told(kind).stream()
                    .filter(known ->
                            known.span().isOpen() && known.span().since().isBefore(timeline.today()))
                    .forEach(known -> episodes.add(dayOver(known)));
        }
        episodes.addAll(new WearRule(policy.wear(), timeline, quiet).assess());
        return episodes;
    }

    private Optional<Episode> sitting(Timeline timeline, Strain strain) {
        LoadAndPosture.Sitting sitting = policy.sitting();
        boolean hurts = worst(timeline, timeline.today()) > 0;
        int limit = hurts ? Math.min(sitting.withPainMinutes(), sitting.minutes()) : sitting.minutes();
        List<Stretch> stretches = strain.sitting(limit);
        int total = strain.minutesSitting();
        boolean tooMuch = total > sitting.dailyMinutes();
        String summary = stretches.isEmpty()
                ? "Sitting for more than " + sitting.dailyMinutes() / 60 + " hours today"
                : "Sitting for " + longest(stretches) + " minutes without a break"
                        + (hurts ? ", on a day with pain" : "");
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("longestMinutes", (double) longest(stretches));
        numbers.put("limitMinutes", (double) limit);
        numbers.put("stretches", (double) stretches.size());
        numbers.put("sittingMinutes", (double) total);
        numbers.put("dailyLimitMinutes", (double) sitting.dailyMinutes());
        return today(
                FindingKind.PROLONGED_SITTING,
                stretches.size() + (tooMuch ? 1 : 0),
                timeline,
                () -> account("SIT", summary, numbers, strain));
    }

    private Optional<Episode> standing(Timeline timeline, Strain strain) {
        LoadAndPosture.Standing standing = policy.standing();
        LocalDate from = timeline.today().minusDays(standing.painFreeDays() - 1L);
        boolean painFree = timeline.worstPain().subMap(from, true, timeline.today(), true).values().stream()
                .noneMatch(worst -> worst > 0);
        int limit = painFree ? standing.painFreeMinutes() : standing.minutes();
        List<Stretch> stretches = strain.standing(limit);
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("longestMinutes", (double) longest(stretches));
        numbers.put("limitMinutes", (double) limit);
        numbers.put("stretches", (double) stretches.size());
        String summary = "Standing still for " + longest(stretches) + " minutes";
        return today(
                FindingKind.PROLONGED_STANDING,
                stretches.size(),
                timeline,
                () -> account("STAND", summary, numbers, strain));
    }

    private Optional<Episode> repetition(Timeline timeline, Strain strain) {
        List<Effort> repetitive = strain.repetitive();
        int longest = repetitive.stream().mapToInt(Effort::minutes).max().orElse(0);
        double most = repetitive.stream().mapToInt(Effort::amount).max().orElse(0) / 10.0;
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("perMinute", most);
        numbers.put("perMinuteLimit", policy.effort().perMinute());
        numbers.put("longestMinutes", (double) longest);
        numbers.put("limitMinutes", (double) policy.effort().minutes());
        numbers.put("bouts", (double) repetitive.size());
        String summary = "The same movement " + Math.round(most) + " times a minute, for " + longest + " minutes";
        return today(
                FindingKind.REPETITIVE_LOAD,
                repetitive.size(),
                timeline,
                () -> account("REPEAT", summary, numbers, strain));
    }

    private Optional<Episode> lifting(Timeline timeline, Strain strain) {
        List<Effort> heavy = strain.heavy();
        double index = heavy.stream().mapToInt(Effort::amount).max().orElse(0) / 100.0;
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("liftingIndex", index);
        numbers.put("liftingIndexLimit", policy.effort().liftingIndex());
        numbers.put("strongLimit", policy.effort().strongIndex());
        numbers.put("lifts", (double) heavy.size());
        String summary = index > policy.effort().strongIndex()
                ? "A lift far above what is advised: " + times(index) + " times the recommended weight"
                : "A lift above what is advised: " + times(index) + " times the recommended weight";
        return today(FindingKind.HEAVY_LIFT, heavy.size(), timeline, () -> account("LIFT", summary, numbers, strain));
    }

    private static String times(double index) {
        return index >= 100 ? "more than 100" : Double.toString(Math.round(10 * index) / 10.0);
    }

    private static int worst(Timeline timeline, LocalDate date) {
        NavigableMap<LocalDate, Integer> worst = timeline.worstPain();
        return worst.getOrDefault(date, 0);
    }

    private static int longest(List<Stretch> stretches) {
        return stretches.stream().mapToInt(Stretch::minutes).max().orElse(0);
    }

    private static Optional<Episode> today(FindingKind kind, int times, Timeline timeline, Supplier<Account> account) {
        LocalDate today = timeline.today();
        return times == 0
                ? Optional.empty()
                : Optional.of(new Episode(
                        new Subject(kind, Region.UNSAID),
                        new Span(today, today, today, Optional.empty()),
                        Grade.of(Severity.SELF_CARE, times),
                        Episode.Accounts.open(account),
                        Optional.of(today.plusDays(1))));
    }

    private static Account account(String rule, String summary, Map<String, Double> numbers, Strain strain) {
        return new Account(summary, new Evidence(rule, numbers, List.of(), strain.wornShare(), List.of()));
    }

    private static Episode dayOver(Known known) {
        Span before = known.span();
        Span span = new Span(
                before.since(),
                before.heldOn(),
                before.newestDay(),
                Optional.of(new Ending(before.since().plusDays(1), "DAY-OVER")));
        Account over = new Account("The day is over", new Evidence("DAY-OVER", Map.of(), List.of(), 1, List.of()));
        return new Episode(
                known.subject(), span, known.grade(), Episode.Accounts.over(() -> over, () -> over), Optional.empty());
    }
}
