package plumbline.dialects.apple;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/**
 * Times like {@code 2019-02-10 22:03:50 -0800}. The phone writes them in the zone where it was when it made the export; where a
 * record notes the zone in which it was made, that zone tells the patient's local time.
 */
final class HealthTime {
    /** The key of the note, and here of its value. */
    static final String ZONE = "HKTimeZone";

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xx", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private HealthTime() {}

    /**
     * The moment that a text names.
     *
     * @param zone the noted zone, or empty; one that Java does not know counts as none
     */
    static Optional<OffsetDateTime> parse(String text, String zone) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text, FORMAT);
            return Optional.of(zone.isEmpty() ? time : inZone(time, zone)).filter(HealthTime::canBeWritten);
        } catch (DateTimeException invalid) {
            return Optional.empty();
        }
    }

    private static boolean canBeWritten(OffsetDateTime time) {
        return time.getYear() >= 0 && time.getYear() <= 9999;
    }

    private static OffsetDateTime inZone(OffsetDateTime time, String zone) {
        try {
            return time.atZoneSameInstant(ZoneId.of(zone)).toOffsetDateTime();
        } catch (DateTimeException unknown) {
            return time;
        }
    }
}
