package plumbline.analytics.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.contract.vocabulary.Measure;

/**
 * The left/right loads of a day, by bout: a join-semilattice. A later version of a bout replaces the earlier, wherever in the day it
 * moved, and never adds. One that moved to another date leaves its earlier version there: only the dates of an event are read.
 */
@SuppressWarnings("EnumOrdinal") // Stored; a test pins the places.
public record Loads(List<LoadEntry> entries) {
    public static final Loads EMPTY = new Loads(List.of());

    private static final Measure[] MEASURES = Measure.values();

    /** Entries in the order of their places, one of each bout. */
    public Loads {
        entries = List.copyOf(entries);
    }

    /** The join of both. */
    public Loads merge(Loads other) {
        List<LoadEntry> merged = new ArrayList<>(entries);
        for (LoadEntry entry : other.entries) {
            int place = 0;
            while (place < merged.size() && !merged.get(place).isSameBout(entry)) {
                place++;
            }
            if (place == merged.size()) {
                merged.add(entry);
            } else if (LoadEntry.PRECEDENCE.compare(entry, merged.get(place)) > 0) {
                merged.set(place, entry);
            }
        }
        merged.sort(LoadEntry.PLACE);
        return new Loads(merged);
    }

    /** The measures of which anything was told. */
    Set<Measure> measures() {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        for (LoadEntry entry : entries) {
            if (entry.measure() != LoadEntry.ANY) {
                measures.add(MEASURES[entry.measure()]);
            }
        }
        return measures;
    }

    /** The day's index of a measure in 1/100 %: the mean of its bouts, each weighed by its seconds. */
    public OptionalInt index(Measure measure) {
        long sum = 0;
        long seconds = 0;
        for (int place = 0; place < entries.size(); place++) {
            LoadEntry entry = entries.get(place);
            if (entry.measure() == measure.ordinal() && entry.seconds() > 0 && !isReplaced(place)) {
                sum += (long) entry.index() * entry.seconds();
                seconds += entry.seconds();
            }
        }
        return seconds == 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.floorDiv(2 * sum + seconds, 2 * seconds));
    }

    /** Whether another entry of the same minute, which are side by side, stands for this one. */
    private boolean isReplaced(int place) {
        LoadEntry entry = entries.get(place);
        return isReplaced(entry, place, -1) || isReplaced(entry, place, 1);
    }

    private boolean isReplaced(LoadEntry entry, int from, int step) {
        for (int place = from + step; place >= 0 && place < entries.size(); place += step) {
            LoadEntry other = entries.get(place);
            if (other.minute() != entry.minute()) {
                return false;
            }
            if (other.replaces(entry)) {
                return true;
            }
        }
        return false;
    }
}
