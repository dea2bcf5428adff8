package plumbline.notifier.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.contract.patient.QuietHours;

/** The clock on somebody's wall, which skips an hour or shows one twice. */
public final class WallClock {
    private WallClock() {}

    /** The moment of a time: one that the clock skips is the next that it shows, one that it shows twice the earlier. */
    static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        LocalDateTime local = day.atTime(time);
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.atZone(zone).toInstant();
    }

    /**
     * When the quiet hours that cover a moment end; absent where none do. Counted from their beginning, so that an hour that is shown
     * twice makes nobody wait twice.
     */
    public static Optional<Instant> endOf(QuietHours hours, ZoneId zone, Instant moment) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        return Stream.of(today.minusDays(1), today, today.plusDays(1))
                .filter(day -> !at(day, hours.from(), zone).isAfter(moment))
                .map(day -> at(hours.from().isBefore(hours.to()) ? day : day.plusDays(1), hours.to(), zone))
                .filter(moment::isBefore)
                .min(Instant::compareTo);
    }
}
