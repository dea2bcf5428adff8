package plumbline.contract.event;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.contract.check.Checks;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;

/** What every event must satisfy, whatever its type. */
public final class EventChecks {
    /** Events before this time are mistakes of a clock: no source of this product existed. */
    public static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** How far the clock of a client may be ahead of ours. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private EventChecks() {}

    static Checks common(String id, String patient, long version, Optional<String> source) {
        Checks checks = new Checks()
                .id(id, "id")
                .id(patient, "patient")
                .that(
                        version >= 0 && version <= Event.MAX_VERSION,
                        ErrorCode.VERSION_OUT_OF_RANGE,
                        "version",
                        "must be a whole number from 0 to " + Event.MAX_VERSION);
        source.ifPresent(text -> checks.text(text, "source"));
        return checks;
    }

    static void notBefore1990(Checks checks, OffsetDateTime time, String field) {
        checks.that(
                !time.toInstant().isBefore(EARLIEST),
                ErrorCode.TIME_TOO_OLD,
                field,
                "must not be before 1990; is the clock set, and are these seconds rather than milliseconds?");
    }

    /**
     * Judges an event's times against the clock of whoever receives it: more than five minutes ahead is a mistake.
     *
     * @param now the time of acceptance
     * @return what is wrong; empty for a good event
     */
    public static List<Violation> ahead(Event event, Instant now) {
        Instant latest = now.plus(TOLERANCE);
        List<Violation> violations = new ArrayList<>(0);
        if (event instanceof PainReport report) {
            ahead(report.at(), "at", latest, violations);
        } else {
            ahead(event.start(), "start", latest, violations);
            ahead(event.end(), "end", latest, violations);
        }
        return violations;
    }

    private static void ahead(OffsetDateTime time, String field, Instant latest, List<Violation> violations) {
        if (time.toInstant().isAfter(latest)) {
            violations.add(
                    new Violation(
                            ErrorCode.TIME_IN_FUTURE,
                            field,
                            "is more than 5 minutes ahead of the server's clock; send it once it has happened, or set the clock"));
        }
    }
}
