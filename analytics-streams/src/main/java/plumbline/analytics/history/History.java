package plumbline.analytics.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import plumbline.analytics.timeline.DayDigest;
import plumbline.analytics.timeline.Report;

/**
 * A patient's newest day, and what is kept of the days before it.
 *
 * @param days digests of the activity before the newest day, in date order
 * @param frozen the pain of days that can no longer change, by date and region
 */
public record History(Horizon horizon, List<DayDigest> days, List<PainDay> frozen) {
    private static final Comparator<PainDay> ORDER =
            Comparator.comparing(PainDay::date).thenComparing(PainDay::region);

    public History {
        Objects.requireNonNull(horizon, "horizon");
        days = List.copyOf(days);
        frozen = List.copyOf(frozen);
    }

    /** The history of a patient of whom this is the first day. */
    public static History startingOn(LocalDate day, Instant acceptedAt) {
        return new History(Horizon.of(day, acceptedAt), List.of(), List.of());
    }

    /** The newest local date of any event that was taken. */
    public LocalDate newest() {
        return horizon.newest();
    }

    /** The history with these digests instead of those of their dates; the same instance if nothing changes. */
    public History with(Collection<DayDigest> digests) {
        TreeMap<LocalDate, DayDigest> byDate = new TreeMap<>();
        days.forEach(day -> byDate.put(day.date(), day));
        for (DayDigest digest : digests) {
            if (digest.isEmpty()) {
                byDate.remove(digest.date());
            } else {
                byDate.put(digest.date(), digest);
            }
        }
        List<DayDigest> updated = new ArrayList<>(byDate.values());
        return updated.equals(days) ? this : new History(horizon, updated, frozen);
    }

    /** The history once a newer day has come. */
    public History movedTo(LocalDate day, Instant acceptedAt) {
        return new History(horizon.movedTo(day, acceptedAt), days, frozen);
    }

    /** The history with the reports that can no longer change, and without the days that are no longer kept. */
    public History settling(Collection<Report> settled, LocalDate firstKept) {
        TreeMap<PainDay, PainDay> pain = new TreeMap<>(ORDER);
        frozen.forEach(painDay -> pain.put(painDay, painDay));
        settled.stream()
                .filter(report -> !report.retracted())
                .map(PainDay::of)
                .forEach(painDay -> pain.merge(painDay, painDay, PainDay::plus));
        return new History(
                horizon,
                days.stream().filter(d -> !d.date().isBefore(firstKept)).toList(),
                pain.values().stream()
                        .filter(p -> !p.date().isBefore(firstKept))
                        .toList());
    }
}
