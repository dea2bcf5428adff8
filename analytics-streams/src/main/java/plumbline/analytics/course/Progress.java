package plumbline.analytics.course;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import plumbline.analytics.course.FeltCourse.Stretch;
import plumbline.analytics.episode.Settled;
import plumbline.analytics.history.PainDay;
import plumbline.analytics.history.Scores;
import plumbline.analytics.history.Timeline;
import plumbline.analytics.policy.Improvement;
import plumbline.analytics.policy.PersistentPain;
import plumbline.analytics.timeline.Region;

/**
 * How far a persistent pain has come: its stage, which only ever rises, and how often it came back after days without. Folded over
 * the days on which it was felt, from what was settled before.
 */
final class Progress {
    private final PersistentPain policy;
    private final Improvement improvement;
    private final NavigableMap<LocalDate, PainDay> pain;
    private final Scores scores;
    private final LocalDate judgedFrom;

    private int stage;
    private int relapses;
    private @Nullable LocalDate relapsedOn;

    Progress(PersistentPain policy, Improvement improvement, Timeline timeline, Region region) {
        this.policy = policy;
        this.improvement = improvement;
        this.pain = timeline.pain(region);
        this.scores = timeline.scores(region);
        this.judgedFrom = timeline.judgedFrom();
    }

    int stage() {
        return stage;
    }

    int relapses() {
        return relapses;
    }

    /** The day on which it came back last, of the days that are still known. */
    Optional<LocalDate> relapsedOn() {
        return Optional.ofNullable(relapsedOn);
    }

    /** Follows a stretch to its last day of pain, and tells what of it can no longer change. */
    Settled follow(Stretch stretch, Settled before) {
        boolean goesOn = before.before().isAfter(stretch.heldOn());
        LocalDate start = goesOn ? before.before() : stretch.since();
        stage = goesOn ? Math.max(1, before.stage()) : 1;
        relapses = goesOn ? before.times() : 0;
        OptionalInt baseline = baseline(stretch.since(), before);
        LocalDate lastFelt = lastFelt(start);
        int settledStage = stage;
        int settledTimes = relapses;
        for (PainDay day : pain.tailMap(start, true).values()) {
            if (day.date().isAfter(stretch.lastFelt())) {
                break;
            }
            if (day.worst() >= policy.close().feltFrom()) {
                feel(day, lastFelt, stretch, baseline);
                lastFelt = day.date();
            }
            if (day.date().isBefore(judgedFrom)) {
                settledStage = stage;
                settledTimes = relapses;
            }
        }
        return Settled.ofPain(judgedFrom, settledStage, settledTimes, baseline);
    }

    private void feel(PainDay day, @Nullable LocalDate lastFelt, Stretch stretch, OptionalInt baseline) {
        long free = lastFelt == null ? 0 : ChronoUnit.DAYS.between(lastFelt, day.date()) - 1;
        if (free >= policy.relapse().afterDays()
                && day.worst() >= policy.relapse().painFrom()) {
            relapses++;
            relapsedOn = day.date();
        }
        int reached = policy.stageAfter(ChronoUnit.DAYS.between(stretch.since(), day.date()));
        if (reached > stage && !day.date().isBefore(stretch.heldOn()) && !isImproved(day.date(), baseline)) {
            stage = reached;
        }
    }

    private @Nullable LocalDate lastFelt(LocalDate start) {
        return pain.headMap(start, false).descendingMap().values().stream()
                .filter(day -> day.worst() >= policy.close().feltFrom())
                .findFirst()
                .map(PainDay::date)
                .orElse(null);
    }

    /** The level in the first days, in tenths of a point: what improvement is measured by. */
    private OptionalInt baseline(LocalDate since, Settled before) {
        int days = improvement.baselineDays();
        LocalDate last = since.plusDays(days - 1L);
        if (before.baseline().isPresent() && last.isBefore(before.before())) {
            return before.baseline();
        }
        OptionalDouble level = scores.level(last, days, 1);
        return level.isPresent() ? OptionalInt.of((int) Math.round(10 * level.getAsDouble())) : OptionalInt.empty();
    }

    private boolean isImproved(LocalDate day, OptionalInt baseline) {
        return baseline.isPresent() && ImprovementRule.isImproved(scores, day, baseline.getAsInt() / 10.0, improvement);
    }
}
