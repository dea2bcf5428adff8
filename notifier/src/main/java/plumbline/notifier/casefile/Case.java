package plumbline.notifier.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the notifier knows of one patient.
 *
 * @param version of this form of the state
 * @param offsetSeconds the patient's offset from UTC, as the newest finding had it
 * @param nudged the messages of the last days that count against the patient's limits, oldest first
 */
public record Case(
        int version,
        String patient,
        int offsetSeconds,
        List<Episode> episodes,
        List<Delivery> deliveries,
        List<Nudged> nudged) {
    /** The form that is written. */
    public static final int VERSION = 1;

    public Case {
        episodes = List.copyOf(episodes);
        deliveries = List.copyOf(deliveries);
        nudged = List.copyOf(nudged);
    }

    /** A patient of whom nothing is known. */
    public static Case empty(String patient) {
        return new Case(VERSION, patient, 0, List.of(), List.of(), List.of());
    }

    /** When something has to be looked at although nothing arrives. */
    public Optional<Instant> nextDue() {
        return deliveries.stream().flatMap(delivery -> delivery.due().stream()).min(Instant::compareTo);
    }
}
