package plumbline.analytics.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.history.Scores;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.Improvement;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;

/**
 * IMPROVED: a persistent pain whose level is clearly under what it began with. It opens at two points or 30 % less, and ends above
 * one point and 15 % less, so that one worse day does not end it; and with the persistent pain itself.
 */
final class ImprovementRule {
    private final Improvement policy;
    private final Timeline timeline;
    private final List<Episode> persistent;

    ImprovementRule(Improvement policy, Timeline timeline, Collection<Episode> persistent) {
        this.policy = policy;
        this.timeline = timeline;
        this.persistent = List.copyOf(persistent);
    }

    /**
     * Whether a pain is clearly less than its baseline. Minimal important change: Ostelo 2008.
     *
     * @param baseline in points of the numeric rating scale
     */
    static boolean isImproved(Scores scores, LocalDate day, double baseline, Improvement policy) {
        OptionalDouble level = scores.level(day, policy.windowDays(), policy.leastDays());
        return level.isPresent() && policy.opens().holds(level.getAsDouble(), baseline);
    }

    List<Episode> assess() {
        TreeSet<Region> regions = new TreeSet<>();
        persistent.forEach(episode -> regions.add(episode.subject().region()));
        timeline.carriedSubjects(FindingKind.IMPROVEMENT).forEach(subject -> regions.add(subject.region()));
        List<Episode> episodes = new ArrayList<>();
        for (Region region : regions) {
            follow(new Subject(FindingKind.IMPROVEMENT, region), episodes);
        }
        return episodes;
    }

    private void follow(Subject subject, List<Episode> episodes) {
        LevelCourse course = new LevelCourse(timeline, limits(subject.region()), policy.lapseDays());
        LevelAccount account = new LevelAccount(timeline, subject.region(), policy.windowDays());
        course.follow(subject).forEach(span -> {
            LocalDate day = span.newestDay();
            episodes.add(account.episode(
                    subject, span, Grade.of(Severity.INFO), course, () -> holding(account, subject.region(), day)));
        });
    }

    private LevelCourse.Limits limits(Region region) {
        Scores scores = timeline.scores(region);
        return new LevelCourse.Limits() {
            @Override
            public Optional<LocalDate> opens(LocalDate day) {
                OptionalDouble baseline = baseline(region, day);
                return baseline.isPresent() && isImproved(scores, day, baseline.getAsDouble(), policy)
                        ? Optional.of(day)
                        : Optional.empty();
            }

            @Override
            public boolean ends(LocalDate day) {
                OptionalDouble baseline = baseline(region, day);
                OptionalDouble level = scores.level(day, policy.windowDays(), policy.leastDays());
                return baseline.isEmpty()
                        || (level.isPresent() && !policy.keeps().holds(level.getAsDouble(), baseline.getAsDouble()));
            }
        };
    }

    /** What the persistent pain began with that was open on a day. */
    private OptionalDouble baseline(Region region, LocalDate day) {
        return persistent.stream()
                .filter(episode -> episode.subject().region().equals(region))
                .filter(episode -> episode.span().holdsOn(day))
                .flatMapToInt(episode -> episode.grade().settled().baseline().stream())
                .mapToDouble(tenths -> tenths / 10.0)
                .findFirst();
    }

    private Episode.Account holding(LevelAccount account, Region region, LocalDate day) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        OptionalDouble level = timeline.scores(region).level(day, policy.windowDays(), policy.leastDays());
        OptionalDouble baseline = baseline(region, day);
        level.ifPresent(value -> numbers.put("weekMedian", value));
        baseline.ifPresent(value -> numbers.put("baseline", value));
        numbers.put("pointsNeeded", policy.opens().points());
        numbers.put("shareNeeded", policy.opens().share());
        String fall = level.isPresent() && baseline.isPresent()
                ? ": " + LevelAccount.points(level.getAsDouble()) + " over the last week, after "
                        + LevelAccount.points(baseline.getAsDouble()) + " at the beginning"
                : "";
        return account.of("IMPROVED", "Pain" + region.words() + " has improved" + fall, numbers, day);
    }
}
