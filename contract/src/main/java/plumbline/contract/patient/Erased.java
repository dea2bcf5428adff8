package plumbline.contract.patient;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Objects;

/**
 * The acknowledgement that a patient's data is gone from one place: what {@code erasures-v1} carries.
 *
 * @param erasure the id of the erasure; empty where the patient's entry was deleted by hand
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("erased")
public record Erased(String erasure, String patient, ErasurePlace place, Instant at) {
    /**
     * The header that carries an erasure's id, on the record without a value that deletes the patient's entry in {@code patients-v1}
     * and on the one that follows in {@code findings-v1} once the timeline is gone.
     */
    public static final String HEADER = "plumbline-erasure";

    public Erased {
        Objects.requireNonNull(erasure, "erasure");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(at, "at");
    }
}
