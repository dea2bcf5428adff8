package plumbline.contract.alert;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of an alert's history: what {@code alert-history-v1} carries. The sequence has no gap.
 *
 * @param sequence counts the entries of one alert from 1
 * @param what what happened, such as {@code opened}, {@code acknowledged}, {@code delivered}
 * @param actor the person who did it, or {@code plumbline}
 * @param detail one sentence for a care team; empty where {@code what} says all
 * @param action the id of the care action that it answers; {@code action-refused} names the one that changed nothing
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("alert-entry")
public record AlertEntry(
        String alert,
        String patient,
        long sequence,
        long revision,
        Instant at,
        String what,
        String actor,
        String detail,
        Optional<String> action) {

    /** The actor of what nobody did by hand. */
    public static final String SYSTEM = "plumbline";

    public AlertEntry {
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(actor, "actor");
        detail = Objects.requireNonNullElse(detail, "");
    }
}
