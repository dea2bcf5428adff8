package plumbline.analytics.posture;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;

/**
 * SIT, STAND, REPEAT, LIFT and NOT-WORN. The first four are about today: a finding is opened by the first such stretch of a day,
 * told anew for each further one, and over with the day. It does not flap, for a day's strain only grows: it is withdrawn only when
 * late or corrected data of the same day shows a break, no wear or no effort. Midnight divides a stretch.
 */
public final class PostureRules {
    /** The kinds that are about one day. */
    public static final Set<FindingKind> DAILY = Collections.unmodifiableSet(EnumSet.of(
            FindingKind.PROLONGED_SITTING,
            FindingKind.PROLONGED_STANDING,
            FindingKind.REPETITIVE_LOAD,
            FindingKind.HEAVY_LIFT));

    private final LoadAndPosture policy;

    public PostureRules(LoadAndPosture policy) {
        this.policy = policy;
    }

    /** Whether the rules may see a difference between two states of today. */
    public boolean differ(DayRecord before, DayRecord after) {
        return new Strain(before, policy).glance() != new Strain(after, policy).glance();
    }

    /** The strain of today, and of a day before that is not yet called over: the same episodes for the same timeline. */
    public List<Episode> strain(Timeline timeline) {
        List<Episode> episodes = new ArrayList<>();
        Strain strain = new Strain(timeline.now().record(), policy);
        StrainAccount account = new StrainAccount(strain, policy);
        sitting(timeline, strain, account).ifPresent(episodes::add);
        standing(timeline, strain, account).ifPresent(episodes::add);
        List<Strain.Repeated> repeated = strain.repeated();
        today(FindingKind.REPETITIVE_LOAD, repeated.size(), timeline, () -> account.repetition(repeated))
                .ifPresent(episodes::add);
        List<Effort> heavy = strain.heavy();
        today(FindingKind.HEAVY_LIFT, heavy.size(), timeline, () -> account.lifting(heavy))
                .ifPresent(episodes::add);
        for (FindingKind kind : DAILY) {
            openBefore(kind, timeline).forEach(known -> episodes.add(dayOver(known)));
        }
        return episodes;
    }

    /** What the rules about today take from what was told: the findings of days before that are still open. */
    public List<Known> openBefore(Timeline timeline) {
        List<Known> open = new ArrayList<>();
        DAILY.forEach(kind -> open.addAll(openBefore(kind, timeline)));
        return open;
    }

    private static List<Known> openBefore(FindingKind kind, Timeline timeline) {
        return timeline.told(kind).stream()
                .filter(known -> known.span().isOpen() && known.span().since().isBefore(timeline.today()))
                .toList();
    }

    /**
     * Whether the device was worn: the same episodes for the same timeline.
     *
     * @param quiet whether the patient went quiet, which says all about wear
     */
    public List<Episode> wear(Timeline timeline, boolean quiet) {
        return new WearRule(policy.wear(), timeline, quiet).assess();
    }

    private Optional<Episode> sitting(Timeline timeline, Strain strain, StrainAccount account) {
        LoadAndPosture.Sitting sitting = policy.sitting();
        boolean hurts = hurt(timeline, timeline.today());
        int limit = hurts ? sitting.withPainMinutes() : sitting.minutes();
        List<Stretch> stretches = strain.sitting(limit);
        boolean allDay = strain.minutesSitting() > sitting.dailyMinutes();
        return today(
                FindingKind.PROLONGED_SITTING,
                stretches.size() + (allDay ? 1 : 0),
                timeline,
                () -> account.sitting(stretches, limit, hurts));
    }

    private Optional<Episode> standing(Timeline timeline, Strain strain, StrainAccount account) {
        LoadAndPosture.Standing standing = policy.standing();
        boolean hurt = hurt(timeline, timeline.today().minusDays(standing.painFreeDays() - 1L));
        int limit = hurt ? standing.minutes() : standing.painFreeMinutes();
        List<Stretch> stretches = strain.standing(limit);
        return today(
                FindingKind.PROLONGED_STANDING,
                stretches.size(),
                timeline,
                () -> account.standing(stretches, limit, hurt));
    }

    /** Whether any pain was reported from a date until today. */
    private static boolean hurt(Timeline timeline, LocalDate from) {
        return timeline.worstPain().subMap(from, true, timeline.today(), true).values().stream()
                .anyMatch(worst -> worst > 0);
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
