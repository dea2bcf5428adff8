package plumbline.analytics.timeline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A patient's pain reports, one version of each: a join-semilattice. A correction may move a report to another date, and a
 * retraction stays as a tombstone, so that an older version that comes later changes nothing.
 */
public final class Ledger {
    public static final Ledger EMPTY = new Ledger(new TreeMap<>(), Optional.empty());

    private record Key(String source, String id) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int order = source.compareTo(other.source);
            return order == 0 ? id.compareTo(other.id) : order;
        }
    }

    private final SortedMap<Key, Report> reports;
    private final Optional<Moment> newest;

    private Ledger(SortedMap<Key, Report> reports, Optional<Moment> newest) {
        this.reports = reports;
        this.newest = newest;
    }

    /**
     * A ledger that was stored.
     *
     * @param newest the newest moment that any version ever told
     */
    public static Ledger of(Collection<Report> reports, Optional<Moment> newest) {
        TreeMap<Key, Report> map = new TreeMap<>();
        reports.forEach(report -> merge(map, report));
        return new Ledger(map, newest);
    }

    /** The ledger with this report; the same instance if the report tells nothing new. */
    public Ledger with(Report report) {
        Report known = reports.get(key(report));
        boolean news = known == null || Report.PRECEDENCE.compare(report, known) > 0;
        boolean newer = newest.isEmpty() || report.at().compareTo(newest.get()) > 0;
        if (!news && !newer) {
            return this;
        }
        SortedMap<Key, Report> merged = reports;
        if (news) {
            merged = new TreeMap<>(reports);
            merged.put(key(report), report);
        }
        return new Ledger(merged, newer ? Optional.of(report.at()) : newest);
    }

    /** The join of both. */
    public Ledger merge(Ledger other) {
        TreeMap<Key, Report> merged = new TreeMap<>(reports);
        other.reports.values().forEach(report -> merge(merged, report));
        return new Ledger(
                merged,
                newest.map(mine -> other.newest.map(mine::max).orElse(mine)).or(() -> other.newest));
    }

    /** The ledger without the reports before a date, which can no longer change. */
    public Ledger from(LocalDate first) {
        TreeMap<Key, Report> kept = new TreeMap<>(reports);
        return kept.values().removeIf(report -> report.date().isBefore(first)) ? new Ledger(kept, newest) : this;
    }

    /** The version of each report that counts, retracted ones too, ordered by source and id. */
    public Collection<Report> reports() {
        return Collections.unmodifiableCollection(reports.values());
    }

    public Optional<Moment> newest() {
        return newest;
    }

    private static Key key(Report report) {
        return new Key(report.source(), report.id());
    }

    private static void merge(Map<Key, Report> map, Report report) {
        map.merge(key(report), report, (a, b) -> Report.PRECEDENCE.compare(a, b) >= 0 ? a : b);
    }
}
