package plumbline.notifier.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.contract.patient.QuietHours;

/**
 * When a patient may be written to about what can wait: 08:00-21:00 by their own clock, and not in their quiet hours.
 *
 * @param perDay messages a day at most
 */
public record Rhythm(ZoneId zone, Optional<QuietHours> quietHours, int perDay) {
    static final LocalTime FROM = LocalTime.of(8, 0);
    static final LocalTime TO = LocalTime.of(21, 0);

    LocalDate dayOf(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** Whether a message may arrive now. */
    boolean isOpen(Instant moment) {
        LocalDate day = dayOf(moment);
        return !moment.isBefore(at(day, FROM))
                && moment.isBefore(at(day, TO))
                && quietHours
                        .flatMap(quiet -> WallClock.endOf(quiet, zone, moment))
                        .isEmpty();
    }

    /** The first open moment of a day, or of it after a moment; absent where quiet hours leave none. */
    Optional<Instant> opening(LocalDate day, Instant after) {
        return Stream.concat(Stream.of(FROM), quietHours.map(QuietHours::to).stream())
                .map(time -> at(day, time))
                .filter(this::isOpen)
                .filter(moment -> moment.isAfter(after))
                .min(Instant::compareTo);
    }

    /** When the time that is open at a moment ends. */
    Instant closing(Instant open) {
        LocalDate day = dayOf(open);
        return Stream.concat(Stream.of(TO), quietHours.map(QuietHours::from).stream())
                .map(time -> at(day, time))
                .filter(moment -> moment.isAfter(open))
                .min(Instant::compareTo)
                .orElseGet(() -> at(day, TO));
    }

    private Instant at(LocalDate day, LocalTime time) {
        return WallClock.at(day, time, zone);
    }
}
