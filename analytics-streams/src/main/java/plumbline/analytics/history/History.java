package plumbline.analytics.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
        List<DayDigest> updated = new ArrayList<>(days);
        for (DayDigest digest : digests) {
            int place = updated.size();
            while (place > 0 && updated.get(place - 1).date().isAfter(digest.date())) {
                place--;
            }
            boolean known = place > 0 && updated.get(place - 1).date().equals(digest.date());
            if (known && digest.isEmpty()) {
                updated.remove(place - 1);
            } else if (known) {
                updated.set(place - 1, digest);
            } else if (!digest.isEmpty()) {
                updated.add(place, digest);
            }
        }
        return updated.equals(days) ? this : new History(horizon, updated, frozen);
    }

    /** The history once a newer day has come. */
    public History movedTo(LocalDate day, Instant acceptedAt) {
        return new History(horizon.movedTo(day, acceptedAt), days, frozen);
    }

    /** The history with the reports that can no longer change, and without the days that are no longer kept. */
    public History settling(Collection<Report> settled, LocalDate firstKept) {
        return new History(
                horizon, from(firstKept, days, DayDigest::date), from(firstKept, frozen(settled), PainDay::date));
    }

    private List<PainDay> frozen(Collection<Report> settled) {
        if (settled.isEmpty()) {
            return frozen;
        }
        List<PainDay> pain = new ArrayList<>(frozen);
        for (Report report : settled) {
            if (!report.retracted()) {
                add(PainDay.of(report), pain);
            }
        }
        return pain;
    }

    /** Most often the day is one of the last. */
    private static void add(PainDay day, List<PainDay> days) {
        int place = days.size();
        while (place > 0 && ORDER.compare(days.get(place - 1), day) > 0) {
            place--;
        }
        if (place > 0 && ORDER.compare(days.get(place - 1), day) == 0) {
            days.set(place - 1, days.get(place - 1).plus(day));
        } else {
            days.add(place, day);
        }
    }

    /** The days from the first on, which are in date order. */
    private static <D> List<D> from(LocalDate first, List<D> days, Function<D, LocalDate> date) {
        int earlier = 0;
        while (earlier < days.size() && date.apply(days.get(earlier)).isBefore(first)) {
            earlier++;
        }
        return earlier == 0 ? days : days.subList(earlier, days.size());
    }
}
