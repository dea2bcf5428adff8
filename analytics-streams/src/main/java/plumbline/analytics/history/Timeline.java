package plumbline.analytics.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import plumbline.analytics.episode.Grade;
import plumbline.analytics.episode.Known;
import plumbline.analytics.episode.Span;
import plumbline.analytics.episode.Subject;
import plumbline.analytics.symmetry.DaySeries;
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
    private final Now now;
    private final Pains pains;
    private final ActiveDays activity;
    private final List<Known> known;

    /**
     * The view of a patient today.
     *
     * @param activity of the days before today
     */
    public Timeline(Now now, Pains pains, ActiveDays activity, List<Known> known) {
        this.now = now;
        this.pains = pains;
        this.activity = activity;
        this.known = List.copyOf(known);
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

    /** All that is read of pain. */
    public Pains pains() {
        return pains;
    }

    /** All that is read of the days before today, beside pain. */
    public ActiveDays activity() {
        return activity;
    }

    /** The reports that can still change and are not retracted, in the order of their moments. */
    public List<Report> reports() {
        return pains.reports();
    }

    /** The regions with any report. */
    public Collection<Region> regions() {
        return pains.regions();
    }

    /** The days of a region on which pain was reported, 0 too. */
    public NavigableMap<LocalDate, PainDay> pain(Region region) {
        return pains.of(region);
    }

    /** The worst score of each of those days. */
    public Scores scores(Region region) {
        return pains.scores(region);
    }

    /** On how many days anything at all was reported about pain, from the first to the last. */
    public int reportedDays(LocalDate first, LocalDate last) {
        return pains.worst().subMap(first, true, last, true).size();
    }

    /** The worst pain of each reported day, wherever it was; {@link Report#UNSCORED} when no score was given. */
    public NavigableMap<LocalDate, Integer> worstPain() {
        return pains.worst();
    }

    /** The activity of the days that are over and told anything, in order. */
    public List<DayDigest> days() {
        return activity.days();
    }

    /** The daily index of a measure, of the days that are over. */
    public DaySeries symmetry(Measure measure) {
        return activity.symmetry().of(measure);
    }

    /** The finding of a subject that was open when the first day that may still change began. */
    public Optional<Known> carried(Subject subject) {
        for (Known each : known) {
            if (each.subject().kind() == subject.kind()
                    && isCarried(each)
                    && each.subject().equals(subject)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private boolean isCarried(Known each) {
        Span span = each.span();
        return span.heldOn().isBefore(now.judgedFrom())
                && (span.isOpen() || !span.ending().orElseThrow().on().isBefore(now.judgedFrom()));
    }

    /** Everything that was told of one kind. */
    public List<Known> told(FindingKind kind) {
        List<Known> told = new ArrayList<>();
        for (Known each : known) {
            if (each.subject().kind() == kind) {
                told.add(each);
            }
        }
        return told;
    }

    /** The subjects of one kind that were open then. */
    public Collection<Subject> carriedSubjects(FindingKind kind) {
        List<Subject> subjects = new ArrayList<>();
        for (Known each : known) {
            if (each.subject().kind() == kind && isCarried(each)) {
                subjects.add(each.subject());
            }
        }
        return subjects;
    }

    /**
     * What the rules about some kinds take from what was told: the findings that held before the first day that may still change, as
     * they were by then. What came of the days since, they judge themselves.
     */
    public List<Before> before(Set<FindingKind> kinds) {
        List<Before> before = new ArrayList<>();
        for (Known each : known) {
            if (kinds.contains(each.subject().kind()) && each.span().heldOn().isBefore(now.judgedFrom())) {
                before.add(Before.of(each, now.judgedFrom().minusDays(1)));
            }
        }
        return before;
    }

    /** A finding as it was before the days that may still change. */
    public record Before(Subject subject, Span span, Grade grade) {
        private static Before of(Known known, LocalDate last) {
            Span span = known.span();
            LocalDate newest = span.newestDay().isBefore(last) ? span.newestDay() : last;
            return new Before(
                    known.subject(), new Span(span.since(), span.heldOn(), newest, span.ending()), known.grade());
        }
    }
}
