package plumbline.analytics.episode;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was told about one patient.
 *
 * @param wokenAt the latest wall-clock time for which the patient was assessed: no later assessment looks at an earlier time
 * @param due when to look again although nothing arrives
 * @param known the findings that are open, and those that ended but may still change
 */
public record Register(Instant wokenAt, Optional<Instant> due, List<Known> known) {
    public static final Register EMPTY = new Register(Instant.EPOCH, Optional.empty(), List.of());

    public Register {
        Objects.requireNonNull(wokenAt, "wokenAt");
        known = List.copyOf(known);
    }
}
