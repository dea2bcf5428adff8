package plumbline.contract.finding;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One day that counted.
 *
 * @param worst the worst pain of the day, 0-10; absent where none was scored
 * @param mean the mean pain of the day, 0-10, to one decimal
 * @param index the symmetry index of the day in percent, to one decimal; negative means that the right is loaded less
 */
public record EvidenceDay(
        LocalDate date,
        OptionalInt worst,
        @JsonSerialize(contentUsing = PlainNumber.class) Optional<Double> mean,
        @JsonSerialize(contentUsing = PlainNumber.class) Optional<Double> index) {

    public EvidenceDay {
        Objects.requireNonNull(date, "date");
    }

    /** A day of pain. */
    public static EvidenceDay pain(LocalDate date, int worst, double mean) {
        return new EvidenceDay(date, OptionalInt.of(worst), Optional.of(mean), Optional.empty());
    }

    /** A day of measured symmetry. */
    public static EvidenceDay symmetry(LocalDate date, double index) {
        return new EvidenceDay(date, OptionalInt.empty(), Optional.empty(), Optional.of(index));
    }

    /** The same day with the pain that was reported on it. */
    public EvidenceDay withPain(int worstPain, double meanPain) {
        return new EvidenceDay(date, OptionalInt.of(worstPain), Optional.of(meanPain), index);
    }
}
