package plumbline.analytics.history;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import plumbline.analytics.symmetry.DaySeries;
import plumbline.analytics.timeline.DayDigest;
import plumbline.contract.vocabulary.Measure;

/** The activity of the days that are over. */
public final class ActiveDays {
    public static final ActiveDays NONE = new ActiveDays(List.of(), new Symmetry());

    private final List<DayDigest> days;
    private final Symmetry symmetry;

    private ActiveDays(List<DayDigest> days, Symmetry symmetry) {
        this.days = days;
        this.symmetry = symmetry;
    }

    /** The daily index of each measure. Two are equal only if they are one. */
    public static final class Symmetry {
        private final EnumMap<Measure, DaySeries> byMeasure = new EnumMap<>(Measure.class);

        private Symmetry with(Map<LocalDate, Map<Measure, Integer>> changed) {
            Symmetry other = new Symmetry();
            for (Measure measure : Measure.values()) {
                DaySeries series = of(measure);
                for (Map.Entry<LocalDate, Map<Measure, Integer>> day : changed.entrySet()) {
                    Integer index = day.getValue().get(measure);
                    series = series.with(
                            day.getKey().toEpochDay(), index == null ? OptionalInt.empty() : OptionalInt.of(index));
                }
                if (!series.isEmpty()) {
                    other.byMeasure.put(measure, series);
                }
            }
            return other;
        }

        DaySeries of(Measure measure) {
            return byMeasure.getOrDefault(measure, DaySeries.NONE);
        }
    }

    /**
     * The activity of these days: this one where it is the same, and with the same left and right where nothing of it changed.
     *
     * @param recent those that tell anything, in date order
     */
    public ActiveDays of(List<DayDigest> recent) {
        int most = Math.min(days.size(), recent.size());
        int head = 0;
        while (head < most && days.get(head).equals(recent.get(head))) {
            head++;
        }
        if (head == days.size() && head == recent.size()) {
            return this;
        }
        int tail = 0;
        while (tail < most - head && last(days, tail).equals(last(recent, tail))) {
            tail++;
        }
        return new ActiveDays(
                List.copyOf(recent),
                symmetry(days.subList(head, days.size() - tail), recent.subList(head, recent.size() - tail)));
    }

    private Symmetry symmetry(List<DayDigest> instead, List<DayDigest> changed) {
        Map<LocalDate, Map<Measure, Integer>> before = sides(instead);
        Map<LocalDate, Map<Measure, Integer>> after = sides(changed);
        if (after.equals(before)) {
            return symmetry;
        }
        before.replaceAll((date, any) -> Map.of());
        before.putAll(after);
        return symmetry.with(before);
    }

    private static DayDigest last(List<DayDigest> all, int before) {
        return all.get(all.size() - 1 - before);
    }

    /** What days tell of left and right. */
    private static Map<LocalDate, Map<Measure, Integer>> sides(List<DayDigest> some) {
        Map<LocalDate, Map<Measure, Integer>> sides = new HashMap<>();
        for (DayDigest day : some) {
            if (!day.symmetry().isEmpty()) {
                sides.put(day.date(), day.symmetry());
            }
        }
        return sides;
    }

    List<DayDigest> days() {
        return days;
    }

    /** How left and right compared. */
    public Symmetry symmetry() {
        return symmetry;
    }
}
