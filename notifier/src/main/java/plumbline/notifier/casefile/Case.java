package plumbline.notifier.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.contract.patient.PatientProfile;

/**
 * Everything that the notifier knows of one patient.
 *
 * @param version of this form of the state
 * @param offsetSeconds the patient's offset from UTC, as the newest finding had it
 * @param profile the patient's entry in the directory
 * @param nudged the messages of the last days that count against the patient's limits, oldest first
 */
public record Case(
        int version,
        String patient,
        int offsetSeconds,
        Optional<PatientProfile> profile,
        List<Episode> episodes,
        List<Delivery> deliveries,
        List<Nudged> nudged) {
    /** The form that is written. */
    public static final int VERSION = 3;

    /** The first form whose alerts know their next step. */
    public static final int CLIMBING = 3;

    public Case {
        episodes = List.copyOf(episodes);
        deliveries = List.copyOf(deliveries);
        nudged = List.copyOf(nudged);
    }

    /** A patient of whom nothing is known. */
    public static Case empty(String patient) {
        return new Case(VERSION, patient, 0, Optional.empty(), List.of(), List.of(), List.of());
    }

    /** The same case of the patient as the directory now has them. */
    public Case of(Optional<PatientProfile> newest) {
        return new Case(VERSION, patient, offsetSeconds, newest, episodes, deliveries, nudged);
    }

    /** When something has to be looked at although nothing arrives. */
    public Optional<Instant> nextDue() {
        return Stream.concat(
                        deliveries.stream()
                                .flatMap(delivery -> Stream.concat(delivery.due().stream(), delivery.help().stream())),
                        episodes.stream().flatMap(episode -> episode.due().stream()))
                .min(Instant::compareTo);
    }
}
