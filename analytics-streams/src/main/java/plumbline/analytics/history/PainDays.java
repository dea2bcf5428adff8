package plumbline.analytics.history;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import plumbline.analytics.timeline.Region;
import plumbline.analytics.timeline.Report;
import plumbline.contract.finding.EvidenceDay;

/** Days of pain as evidence. */
public final class PainDays {

    private PainDays() {}

    /** One day, with the pain of the region if there was a score. */
    public static EvidenceDay evidence(NavigableMap<LocalDate, PainDay> pain, LocalDate date) {
        PainDay day = pain.get(date);
        return day == null || day.scores() == 0
                ? new EvidenceDay(date, OptionalInt.empty(), Optional.empty(), Optional.empty())
                : EvidenceDay.pain(date, day.worst(), day.mean());
    }

    /** The ids of the region's reports from the first to the last date. */
    public static List<String> events(Timeline timeline, Region region, LocalDate first, LocalDate last) {
        return timeline.reports().stream()
                .filter(report -> report.region().equals(region))
                .filter(report ->
                        !report.date().isBefore(first) && !report.date().isAfter(last))
                .map(Report::id)
                .distinct()
                .toList();
    }
}
