package plumbline.analytics.sign;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import plumbline.analytics.episode.Episode;
import plumbline.analytics.history.Background;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.timeline.Region;
import plumbline.analytics.timeline.Report;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Symptom;

/**
 * What is known around a report: the patient's record, and the pains that go on.
 *
 * @param persistent pains that are, or were, persistent
 * @param worsening pains that are, or were, getting worse
 */
public record Setting(Timeline timeline, Background background, List<Episode> persistent, List<Episode> worsening) {
    /** Pain that was felt before so many days makes a later one not new. */
    private static final int LOOK_BACK_DAYS = 42;

    public Setting {
        persistent = List.copyOf(persistent);
        worsening = List.copyOf(worsening);
    }

    /** The symptoms of a report, and the risk factors of the patient's record. */
    Set<Symptom> circumstances(Report report) {
        Set<Symptom> all = EnumSet.noneOf(Symptom.class);
        all.addAll(report.symptomSet());
        all.addAll(background.riskFactors());
        return all;
    }

    /**
     * Whether a report tells of a new pain: it says so, or none was felt in its region before the last days, though others were
     * told of.
     */
    boolean isNew(Report report, int withinDays) {
        if (report.onset() == Onset.SUDDEN || report.symptomSet().contains(Symptom.FIRST_EPISODE)) {
            return true;
        }
        LocalDate before = report.date().minusDays(withinDays);
        boolean knownBefore = !timeline.worstPain().headMap(before, false).isEmpty();
        NavigableMap<LocalDate, PainDay> pain = timeline.pain(report.region());
        return knownBefore
                && pain.subMap(report.date().minusDays(LOOK_BACK_DAYS), true, before, false).values().stream()
                        .noneMatch(day -> day.worst() > 0);
    }

    boolean isWorsening(Report report) {
        return holds(worsening, report.region(), report.date());
    }

    /** Whether the pain of a report has been persistent for so many days. */
    boolean lasts(Report report, int days) {
        return persistent.stream()
                .filter(episode -> episode.subject().region().equals(report.region()))
                .filter(episode -> episode.span().holdsOn(report.date()))
                .anyMatch(
                        episode -> !episode.span().since().isAfter(report.date().minusDays(days)));
    }

    /** Every symptom that was named for a region up to a report, of those that can still change. */
    Set<Symptom> namedBefore(Report report) {
        Set<Symptom> named = EnumSet.noneOf(Symptom.class);
        timeline.reports().stream()
                .filter(each ->
                        each.region().equals(report.region()) && each.at().compareTo(report.at()) <= 0)
                .forEach(each -> named.addAll(each.symptomSet()));
        return named;
    }

    private static boolean holds(Collection<Episode> episodes, Region region, LocalDate date) {
        return episodes.stream()
                .anyMatch(episode -> episode.subject().region().equals(region)
                        && episode.span().holdsOn(date));
    }
}
