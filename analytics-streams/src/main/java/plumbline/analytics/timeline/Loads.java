package plumbline.analytics.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import plumbline.contract.vocabulary.Measure;

/** The left/right loads of a day, by start minute and measure: a join-semilattice. A later version replaces, and never adds. */
@SuppressWarnings("EnumOrdinal") // Stored; a test pins the places.
public record Loads(List<LoadEntry> entries) {
    public static final Loads EMPTY = new Loads(List.of());

    /** Entries in the order of their places, one at each. */
    public Loads {
        entries = List.copyOf(entries);
    }

    /** The join of both. */
    public Loads merge(Loads other) {
        List<LoadEntry> merged = new ArrayList<>(entries.size() + other.entries.size());
        int mine = 0;
        int theirs = 0;
        while (mine < entries.size() && theirs < other.entries.size()) {
            LoadEntry a = entries.get(mine);
            LoadEntry b = other.entries.get(theirs);
            int order = LoadEntry.PLACE.compare(a, b);
            if (order < 0) {
                merged.add(a);
            } else if (order > 0) {
                merged.add(b);
            } else {
                merged.add(LoadEntry.PRECEDENCE.compare(a, b) >= 0 ? a : b);
            }
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        merged.addAll(entries.subList(mine, entries.size()));
        merged.addAll(other.entries.subList(theirs, other.entries.size()));
        return new Loads(merged);
    }

    /** The day's index of a measure in 1/100 %: the mean of its bouts, each weighed by its seconds. */
    public OptionalInt index(Measure measure) {
        long sum = 0;
        long seconds = 0;
        for (LoadEntry entry : entries) {
            if (entry.measure() == measure.ordinal() && entry.seconds() > 0 && !isWithdrawn(entry)) {
                sum += (long) entry.index() * entry.seconds();
                seconds += entry.seconds();
            }
        }
        return seconds == 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.floorDiv(2 * sum + seconds, 2 * seconds));
    }

    private boolean isWithdrawn(LoadEntry entry) {
        for (LoadEntry other : entries) {
            if (other.measure() == LoadEntry.ANY && other.minute() == entry.minute()) {
                return other.version() >= entry.version();
            }
        }
        return false;
    }
}
