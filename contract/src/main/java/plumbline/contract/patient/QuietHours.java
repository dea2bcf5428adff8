package plumbline.contract.patient;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;
import plumbline.contract.check.Checks;
import plumbline.contract.check.ErrorCode;

/**
 * When a patient wants no message that can wait, by the clock of their own time zone.
 *
 * @param from the first quiet minute
 * @param to the first minute that is not quiet any more; earlier than {@code from} on the next day
 */
public record QuietHours(
        @JsonFormat(pattern = "HH:mm") LocalTime from,
        @JsonFormat(pattern = "HH:mm") LocalTime to) {

    /**
     * Checks that they are some of the day.
     *
     * @throws plumbline.contract.check.InvalidValue if they begin when they end
     */
    public QuietHours {
        new Checks()
                .that(
                        !from.equals(to),
                        ErrorCode.INVALID_QUIET_HOURS,
                        "quietHours",
                        "must not begin when they end; leave them out for none, or set nudges/perDay to 0 for silence")
                .done();
    }

    /** Whether a time of the day is quiet. */
    public boolean cover(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean notOver = time.isBefore(to);
        return from.isBefore(to) ? begun && notOver : begun || notOver;
    }
}
