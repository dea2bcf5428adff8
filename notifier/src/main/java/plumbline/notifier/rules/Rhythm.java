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
        return isOpen(moment.atZone(zone).toLocalTime());
    }

    private boolean isOpen(LocalTime time) {
        return !time.isBefore(FROM)
                && time.isBefore(TO)
                && quietHours.filter(quiet -> quiet.cover(time)).isEmpty();
    }

    /** The first open moment of a day, or of it after a moment; absent where quiet hours leave none. */
    Optional<Instant> opening(LocalDate day, Instant after) {
        return Stream.concat(Stream.of(FROM), quietHours.map(QuietHours::to).stream())
                .filter(this::isOpen)
                .map(time -> at(day, time))
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

    /** A time that the clock skips is moved on as far as the clock is; one that it shows twice is the earlier. */
    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
