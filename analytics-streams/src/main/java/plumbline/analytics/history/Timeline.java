package plumbline.analytics.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.timeline.DayDigest;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Moment;
import plumbline.analytics.timeline.Region;
import plumbline.analytics.timeline.Report;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.vocabulary.Measure;

/**
 * What the rules read: a patient's days in date order, up to today. A day counts for left and right once it is over; pain counts at
 * once. Rules judge the days that can still change, and take what was open before them from the findings that are known.
 */
public final class Timeline {
    private static final Comparator<Report> BY_MOMENT =
            Comparator.comparing(Report::at).thenComparing(Report::source).thenComparing(Report::id);

    private final Now now;
    private final List<Known> known;
    private final List<Report> reports;
    private final TreeMap<LocalDate, Integer> worst = new TreeMap<>();
    private final TreeMap<Region, NavigableMap<LocalDate, PainDay>> pain = new TreeMap<>();
    private final TreeMap<LocalDate, DayDigest> digests = new TreeMap<>();
    private final EnumMap<Measure, NavigableMap<LocalDate, Integer>> symmetry = new EnumMap<>(Measure.class);

    /**
     * The view of a patient today.
     *
     * @param days digests of the days before today
     */
    public Timeline(
            Now now, History history, Collection<Report> ledger, Collection<DayDigest> days, List<Known> known) {
        this.now = now;
        this.known = List.copyOf(known);
        this.reports = ledger.stream()
                .filter(report -> !report.retracted())
                .sorted(BY_MOMENT)
                .toList();
        history.frozen().forEach(this::add);
        reports.forEach(report -> add(PainDay.of(report)));
        history.days().forEach(this::add);
        days.forEach(this::add);
    }

    /**
     * The moment for which the timeline is viewed.
     *
     * @param asOf on the wall clock, never before the newest event
     * @param today the patient's local date
     * @param judgedFrom the first date that may still change
     * @param newest the newest moment of which anything was heard
     * @param record the activity of today so far
     */
    public record Now(Instant asOf, LocalDate today, LocalDate judgedFrom, Moment newest, DayRecord record) {}

    private void add(PainDay day) {
        worst.merge(day.date(), day.worst(), Math::max);
        pain.computeIfAbsent(day.region(), any -> new TreeMap<>()).merge(day.date(), day, PainDay::plus);
    }

    private void add(DayDigest day) {
        if (day.isEmpty()) {
            return;
        }
        digests.put(day.date(), day);
        day.symmetry()
                .forEach((measure, index) -> symmetry.computeIfAbsent(measure, any -> new TreeMap<>())
                        .put(day.date(), index));
    }

    /** The moment for which it is viewed. */
    public Now now() {
        return now;
    }

    public LocalDate today() {
        return now.today();
    }

    /** The first date that may still change; {@link LocalDate#MIN} when all may. */
    public LocalDate judgedFrom() {
        return now.judgedFrom();
    }

    /** The reports that can still change and are not retracted, in the order of their moments. */
    public List<Report> reports() {
        return reports;
    }

    /** The regions with any report. */
    public Collection<Region> regions() {
        return Collections.unmodifiableSet(pain.keySet());
    }

    /** The days of a region on which pain was reported, 0 too. */
    public NavigableMap<LocalDate, PainDay> pain(Region region) {
        return Collections.unmodifiableNavigableMap(pain.getOrDefault(region, Collections.emptyNavigableMap()));
    }

    /** On how many days anything at all was reported about pain, from the first to the last. */
    public int reportedDays(LocalDate first, LocalDate last) {
        return worst.subMap(first, true, last, true).size();
    }

    /** The worst pain of each reported day, wherever it was; {@link Report#UNSCORED} when no score was given. */
    public NavigableMap<LocalDate, Integer> worstPain() {
        return Collections.unmodifiableNavigableMap(worst);
    }

    /** The activity of the days that are over. */
    public NavigableMap<LocalDate, DayDigest> days() {
        return Collections.unmodifiableNavigableMap(digests);
    }

    /** The daily index of a measure in 1/100 %, of the days that are over. */
    public NavigableMap<LocalDate, Integer> symmetry(Measure measure) {
        return Collections.unmodifiableNavigableMap(symmetry.getOrDefault(measure, Collections.emptyNavigableMap()));
    }

    /** The finding of a subject that was open when the first day that may still change began. */
    public Optional<Known> carried(Subject subject) {
        return known.stream()
                .filter(k -> k.subject().equals(subject))
                .filter(k -> k.span().heldOn().isBefore(now.judgedFrom()))
                .filter(k -> k.span()
                        .ending()
                        .map(ending -> !ending.on().isBefore(now.judgedFrom()))
                        .orElse(true))
                .findFirst();
    }

    /** Everything that was told of one kind. */
    public List<Known> told(FindingKind kind) {
        return known.stream().filter(each -> each.subject().kind() == kind).toList();
    }

    /** The subjects of one kind that were open then. */
    public Collection<Subject> carriedSubjects(FindingKind kind) {
        return known.stream()
                .map(Known::subject)
                .filter(subject -> subject.kind() == kind && carried(subject).isPresent())
                .toList();
    }
}
