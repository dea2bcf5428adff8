package plumbline.analytics.sign;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.analytics.episode.Episode.Account;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.history.PainDays;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.Flare;
import plumbline.analytics.timeline.Region;
import plumbline.analytics.timeline.Report;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.Severity;

/**
 * FLARE: the patient says so, or the pain is clearly above its usual level and keeps from something. Intensity alone finds about a
 * third of the flares that patients tell of (Costa 2021).
 */
final class FlareRule implements SignRule.Story {
    private final Flare policy;
    private final Timeline timeline;

    FlareRule(Flare policy, Timeline timeline) {
        this.policy = policy;
        this.timeline = timeline;
    }

    Optional<Severity> grade(Report report) {
        return report.flare() || isAboveUsual(report) ? Optional.of(Severity.INFO) : Optional.empty();
    }

    private boolean isAboveUsual(Report report) {
        if (report.limits() == 0 || !report.isScored()) {
            return false;
        }
        OptionalDouble usual = usual(report);
        return usual.isPresent() && report.intensity() >= usual.getAsDouble() + policy.points();
    }

    /** The level of the days before a report. */
    private OptionalDouble usual(Report report) {
        return timeline.scores(report.region())
                .level(
                        report.date().minusDays(1),
                        policy.usual().days(),
                        policy.usual().least());
    }

    @Override
    public Account holding(Region region, Severity severity, List<Report> reports, Timeline ofPatient) {
        if (reports.isEmpty()) {
            return new Account(
                    "Flare of pain" + region.words() + ", reported more than a month ago",
                    new Evidence("FLARE", Map.of(), List.of(), 1, List.of()));
        }
        Report newest = reports.get(reports.size() - 1);
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (newest.isScored()) {
            numbers.put("intensity", (double) newest.intensity());
        }
        usual(newest).ifPresent(level -> numbers.put("monthMedian", level));
        numbers.put("pointsNeeded", policy.points());
        numbers.put("saidSo", newest.flare() ? 1.0 : 0.0);
        NavigableMap<LocalDate, PainDay> pain = ofPatient.pain(region);
        String summary = newest.flare()
                ? "The patient tells of a flare of pain" + region.words()
                : "Pain" + region.words() + " well above its usual level, and it limits "
                        + SignAccount.words(newest.limitSet());
        return new Account(
                summary,
                new Evidence(
                        "FLARE",
                        numbers,
                        reports.stream()
                                .map(Report::date)
                                .distinct()
                                .map(date -> PainDays.evidence(pain, date))
                                .toList(),
                        1,
                        reports.stream().map(Report::id).distinct().toList()));
    }

    @Override
    public Account stood(Region region, int standsDays) {
        return new Account(
                "No further sign of a flare for " + standsDays + " days" + region.words(),
                new Evidence(SignRule.STOOD, Map.of("standsDays", (double) standsDays), List.of(), 1, List.of()));
    }
}
