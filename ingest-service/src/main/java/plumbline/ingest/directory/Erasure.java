package plumbline.ingest.directory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.contract.patient.ErasurePlace;

/**
 * How far the erasure of a patient has come.
 *
 * @param erasure its id
 * @param places every place that is followed, in the order in which it is reached
 */
@JsonPropertyOrder({"patient", "erasure", "status", "requestedAt", "places"})
public record Erasure(String patient, String erasure, Instant requestedAt, List<Place> places) {
    private static final String PENDING = "pending";
    private static final String DONE = "done";

    /**
     * One place.
     *
     * @param at when the data was gone from it
     */
    @JsonPropertyOrder({"place", "status", "at"})
    public record Place(ErasurePlace place, Optional<Instant> at) {
        @JsonProperty
        public String status() {
            return at.isPresent() ? DONE : PENDING;
        }
    }

    public Erasure {
        places = List.copyOf(places);
    }

    static Erasure of(String patient, String erasure, Instant requestedAt, Map<ErasurePlace, Instant> done) {
        List<Place> places = Stream.of(ErasurePlace.values())
                .map(place -> new Place(place, Optional.ofNullable(done.get(place))))
                .toList();
        return new Erasure(patient, erasure, requestedAt, places);
    }

    @JsonProperty
    public String status() {
        return isDone() ? DONE : PENDING;
    }

    /** Whether the data is gone from every place that is followed. */
    @JsonIgnore
    public boolean isDone() {
        return places.stream().allMatch(place -> place.at().isPresent());
    }
}
