package plumbline.cohort.latent;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/** Where a patient lives and travels, and therefore what the clock on the wall says. */
public record Whereabouts(ZoneId home, List<Trip> trips) {

    /**
     * Days spent elsewhere.
     *
     * @param from the first date
     * @param until the date of return
     */
    public record Trip(LocalDate from, LocalDate until, ZoneId zone) {}

    public Whereabouts {
        trips = List.copyOf(trips);
    }

    /** A time of a date, with the offset of the place; a time that summer time skips is the one after. */
    public OffsetDateTime moment(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone(date)).toOffsetDateTime();
    }

    private ZoneId zone(LocalDate date) {
        for (Trip trip : trips) {
            if (!date.isBefore(trip.from()) && date.isBefore(trip.until())) {
                return trip.zone();
            }
        }
        return home;
    }
}
