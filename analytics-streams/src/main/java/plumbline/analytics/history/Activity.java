package plumbline.analytics.history;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import plumbline.analytics.timeline.DayDigest;
import plumbline.contract.vocabulary.Measure;

/** The activity of the days that are over. */
public final class Activity {
    public static final Activity NONE = new Activity(List.of(), new Symmetry(List.of()));

    private final List<DayDigest> days;
    private final Symmetry symmetry;

    private Activity(List<DayDigest> days, Symmetry symmetry) {
        this.days = days;
        this.symmetry = symmetry;
    }

    /** The daily index of each measure in 1/100 %. Two are equal only if they are one. */
    public static final class Symmetry {
        private final EnumMap<Measure, NavigableMap<LocalDate, Integer>> byMeasure = new EnumMap<>(Measure.class);

        private Symmetry(List<DayDigest> days) {
            for (DayDigest day : days) {
                day.symmetry()
                        .forEach((measure, index) -> byMeasure
                                .computeIfAbsent(measure, any -> new TreeMap<>())
                                .put(day.date(), index));
            }
        }

        NavigableMap<LocalDate, Integer> of(Measure measure) {
            return Collections.unmodifiableNavigableMap(
                    byMeasure.getOrDefault(measure, Collections.emptyNavigableMap()));
        }
    }

    /**
     * The activity of these days; left and right are the same instance as before when nothing about them changed.
     *
     * @param recent in date order
     */
    public Activity of(List<DayDigest> recent) {
        List<DayDigest> telling = recent.stream().filter(day -> !day.isEmpty()).toList();
        return new Activity(telling, isAlikeInSymmetry(telling) ? symmetry : new Symmetry(telling));
    }

    private boolean isAlikeInSymmetry(List<DayDigest> others) {
        int mine = 0;
        for (DayDigest other : others) {
            if (other.symmetry().isEmpty()) {
                continue;
            }
            while (mine < days.size() && days.get(mine).symmetry().isEmpty()) {
                mine++;
            }
            if (mine == days.size() || !isAlike(days.get(mine), other)) {
                return false;
            }
            mine++;
        }
        return days.subList(mine, days.size()).stream()
                .allMatch(day -> day.symmetry().isEmpty());
    }

    private static boolean isAlike(DayDigest one, DayDigest other) {
        return one.equals(other)
                || (one.date().equals(other.date()) && one.symmetry().equals(other.symmetry()));
    }

    List<DayDigest> days() {
        return days;
    }

    /** How left and right compared. */
    public Symmetry symmetry() {
        return symmetry;
    }
}
