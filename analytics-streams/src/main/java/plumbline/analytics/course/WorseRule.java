package plumbline.analytics.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.history.Scores;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.Window;
import plumbline.analytics.policy.WorseningPain;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;

/**
 * WORSE: the median of a week is clearly above that of the last four. It opens at two points more and ends below one, so that one
 * report does not make it flap.
 */
final class WorseRule {
    private final WorseningPain policy;
    private final Timeline timeline;

    WorseRule(WorseningPain policy, Timeline timeline) {
        this.policy = policy;
        this.timeline = timeline;
    }

    List<Episode> assess() {
        TreeSet<Region> regions = new TreeSet<>(timeline.regions());
        timeline.carriedSubjects(FindingKind.WORSENING_PAIN).forEach(subject -> regions.add(subject.region()));
        List<Episode> episodes = new ArrayList<>();
        for (Region region : regions) {
            follow(new Subject(FindingKind.WORSENING_PAIN, region), episodes);
        }
        return episodes;
    }

    private void follow(Subject subject, List<Episode> episodes) {
        Region region = subject.region();
        NavigableMap<LocalDate, PainDay> pain = timeline.pain(region);
        LevelCourse course = new LevelCourse(timeline, limits(pain, timeline.scores(region)), policy.lapseDays());
        LevelAccount account = new LevelAccount(timeline, region, policy.week().days());
        course.follow(subject).forEach(span -> {
            LocalDate day = span.newestDay();
            episodes.add(account.episode(
                    subject, span, Grade.of(Severity.SOON), course, () -> holding(account, region, day)));
        });
    }

    private LevelCourse.Limits limits(NavigableMap<LocalDate, PainDay> pain, Scores scores) {
        return new LevelCourse.Limits() {
            @Override
            public Optional<LocalDate> opens(LocalDate day) {
                OptionalDouble rise = rise(scores, day);
                return rise.isPresent() && rise.getAsDouble() >= policy.points()
                        ? Optional.of(
                                pain.ceilingKey(day.minusDays(policy.week().days() - 1L)))
                        : Optional.empty();
            }

            @Override
            public boolean ends(LocalDate day) {
                OptionalDouble rise = rise(scores, day);
                return rise.isPresent() && rise.getAsDouble() < policy.keepsPoints();
            }
        };
    }

    /** By how many points the week is above the month. */
    private OptionalDouble rise(Scores scores, LocalDate day) {
        OptionalDouble week = level(scores, day, policy.week());
        OptionalDouble month = week.isEmpty() ? week : level(scores, day, policy.month());
        return month.isEmpty() ? month : OptionalDouble.of(week.getAsDouble() - month.getAsDouble());
    }

    private static OptionalDouble level(Scores scores, LocalDate day, Window window) {
        return scores.level(day, window.days(), window.least());
    }

    private Episode.Account holding(LevelAccount account, Region region, LocalDate day) {
        OptionalDouble week = level(timeline.scores(region), day, policy.week());
        OptionalDouble month = level(timeline.scores(region), day, policy.month());
        Map<String, Double> numbers = new LinkedHashMap<>();
        week.ifPresent(value -> numbers.put("weekMedian", value));
        month.ifPresent(value -> numbers.put("monthMedian", value));
        numbers.put("pointsNeeded", policy.points());
        String rise = week.isPresent() && month.isPresent()
                ? ": " + LevelAccount.points(week.getAsDouble()) + " over the last week, after "
                        + LevelAccount.points(month.getAsDouble()) + " over the last four"
                : "";
        return account.of("WORSE", "Pain" + region.words() + " is getting worse" + rise, numbers, day);
    }
}
