package plumbline.contract.delivery;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a worker says of one attempt: what {@code deliveries-v1} carries.
 *
 * @param delivery the id of the notification
 * @param outcome of a final report
 * @param httpStatus what the endpoint answered, if it did
 * @param retryAfterMillis how long the endpoint asked to be left alone
 * @param millis how long the attempt took
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("delivery-report")
public record DeliveryReport(
        String delivery,
        String alert,
        String patient,
        int attempt,
        Phase phase,
        Instant at,
        Optional<Outcome> outcome,
        OptionalInt httpStatus,
        OptionalLong retryAfterMillis,
        OptionalLong millis) {

    public DeliveryReport {
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(at, "at");
        if (phase == Phase.FINAL && outcome.isEmpty()) {
            throw new IllegalArgumentException("a final report needs an outcome");
        }
    }

    /** The report that an attempt is about to be made. */
    public static DeliveryReport started(Notification command, Instant at) {
        return new DeliveryReport(
                command.id(),
                command.alert(),
                command.patient(),
                command.attempt(),
                Phase.STARTED,
                at,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }
}
