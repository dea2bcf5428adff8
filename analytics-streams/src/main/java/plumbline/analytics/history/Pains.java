package plumbline.analytics.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import plumbline.analytics.timeline.Region;
import plumbline.analytics.timeline.Report;

/** The pain of a patient's days: of those that can no longer change, and of the reports that still can. Two are equal if they are one. */
public final class Pains {
    private final List<Report> reports;
    private final TreeMap<LocalDate, Integer> worst = new TreeMap<>();
    private final TreeMap<Region, NavigableMap<LocalDate, PainDay>> days = new TreeMap<>();
    private final TreeMap<Region, Scores> scores = new TreeMap<>();

    /**
     * The pain of days.
     *
     * @param frozen of days that can no longer change
     * @param ledger the reports of the others, retracted ones too
     */
    public Pains(Collection<PainDay> frozen, Collection<Report> ledger) {
        List<Report> standing = new ArrayList<>(ledger.size());
        for (Report report : ledger) {
            if (!report.retracted()) {
                standing.add(report);
            }
        }
        standing.sort(Pains::byMoment);
        this.reports = Collections.unmodifiableList(standing);
        frozen.forEach(this::add);
        reports.forEach(report -> add(PainDay.of(report)));
        days.forEach((region, painDays) -> scores.put(region, Scores.of(painDays)));
    }

    private static int byMoment(Report one, Report other) {
        int order = one.at().compareTo(other.at());
        if (order == 0) {
            order = one.source().compareTo(other.source());
        }
        return order == 0 ? one.id().compareTo(other.id()) : order;
    }

    private void add(PainDay day) {
        worst.merge(day.date(), day.worst(), Math::max);
        days.computeIfAbsent(day.region(), any -> new TreeMap<>()).merge(day.date(), day, PainDay::plus);
    }

    List<Report> reports() {
        return reports;
    }

    Collection<Region> regions() {
        return Collections.unmodifiableSet(days.keySet());
    }

    NavigableMap<LocalDate, PainDay> of(Region region) {
        return Collections.unmodifiableNavigableMap(days.getOrDefault(region, Collections.emptyNavigableMap()));
    }

    Scores scores(Region region) {
        return scores.getOrDefault(region, Scores.NONE);
    }

    NavigableMap<LocalDate, Integer> worst() {
        return Collections.unmodifiableNavigableMap(worst);
    }
}
