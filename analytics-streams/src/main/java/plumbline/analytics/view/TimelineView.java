package plumbline.analytics.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Lean;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.timeline.DayDigest;
import plumbline.analytics.timeline.Region;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Pattern;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/**
 * The last days of a patient, and the findings that are open.
 *
 * @param asOf the newest moment of which anything was heard
 * @param days those of which anything is known, in date order
 */
public record TimelineView(
        String patient, OffsetDateTime asOf, LocalDate newestDay, List<DayView> days, List<FindingView> findings) {

    public TimelineView {
        days = List.copyOf(days);
        findings = List.copyOf(findings);
    }

    /**
     * One day.
     *
     * @param wornMinutes for how long the device was worn
     * @param symmetry the index of each measure in percent, negative where the right is less
     */
    public record DayView(
            LocalDate date, List<PainView> pain, int wornMinutes, int movingMinutes, Map<String, Double> symmetry) {}

    /**
     * The pain of one region.
     *
     * @param worst absent when no report of the day gave a score
     * @param reports that gave one
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record PainView(Optional<Site> site, Side side, OptionalInt worst, Optional<Double> mean, int reports) {
        static PainView of(PainDay day) {
            boolean scored = day.scores() > 0;
            return new PainView(
                    day.region().site(),
                    day.region().side(),
                    scored ? OptionalInt.of(day.worst()) : OptionalInt.empty(),
                    scored ? Optional.of(day.mean()) : Optional.empty(),
                    day.scores());
        }
    }

    /** An open finding. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record FindingView(
            String id,
            FindingKind kind,
            Severity severity,
            OptionalInt stage,
            Optional<Site> site,
            Side side,
            LocalDate since,
            LocalDate newestDay,
            Optional<Pattern> pattern,
            Optional<Side> loadedSide,
            Optional<Measure> measure) {
        static FindingView of(Known known) {
            Optional<Lean> lean = known.grade().lean();
            return new FindingView(
                    known.id(),
                    known.subject().kind(),
                    known.grade().severity(),
                    known.grade().stage(),
                    known.subject().region().site(),
                    known.subject().region().side(),
                    known.span().since(),
                    known.span().newestDay(),
                    lean.flatMap(Lean::pattern),
                    lean.map(Lean::loaded),
                    lean.map(Lean::measure));
        }
    }

    /** The view of so many days up to the newest. */
    static TimelineView of(String patient, Timeline timeline, List<Known> known, int lastDays) {
        LocalDate newest = timeline.now().newest().date();
        LocalDate first = newest.minusDays(lastDays - 1L);
        TreeMap<LocalDate, List<PainView>> pain = new TreeMap<>();
        for (Region region : timeline.regions()) {
            timeline.pain(region)
                    .subMap(first, true, newest, true)
                    .values()
                    .forEach(day -> pain.computeIfAbsent(day.date(), any -> new ArrayList<>())
                            .add(PainView.of(day)));
        }
        TreeMap<LocalDate, DayDigest> activity = new TreeMap<>();
        timeline.days().stream()
                .filter(day -> !day.date().isBefore(first) && !day.date().isAfter(newest))
                .forEach(day -> activity.put(day.date(), day));
        DayDigest today = timeline.now().record().digest(timeline.today());
        if (!today.isEmpty() && timeline.today().equals(newest)) {
            activity.put(newest, today);
        }
        List<DayView> days = new ArrayList<>();
        for (LocalDate date = first; !date.isAfter(newest); date = date.plusDays(1)) {
            if (pain.containsKey(date) || activity.containsKey(date)) {
                days.add(day(date, pain.getOrDefault(date, List.of()), Optional.ofNullable(activity.get(date))));
            }
        }
        return new TimelineView(
                patient,
                timeline.now()
                        .newest()
                        .instant()
                        .atOffset(timeline.now().newest().zone()),
                newest,
                days,
                known.stream()
                        .filter(each -> each.span().isOpen())
                        .map(FindingView::of)
                        .toList());
    }

    private static DayView day(LocalDate date, List<PainView> pain, Optional<DayDigest> activity) {
        Map<String, Double> symmetry = new TreeMap<>();
        activity.ifPresent(
                day -> day.symmetry().forEach((measure, index) -> symmetry.put(measure.code(), index / 100.0)));
        return new DayView(
                date,
                List.copyOf(pain),
                activity.map(DayDigest::wornMinutes).orElse(0),
                activity.map(DayDigest::movingMinutes).orElse(0),
                symmetry);
    }
}
