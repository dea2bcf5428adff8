package plumbline.cohort.simulate;

import java.time.LocalDate;
import java.util.OptionalDouble;
import plumbline.cohort.latent.Calendar;
import plumbline.cohort.truth.Truth;

/**
 * Which cohort.
 *
 * @param patients 1 or more
 * @param calendar its days; the last is the cohort's last local date
 * @param missing the share of days to be missing, of reports and of wear alike, 0-1; absent for the natural ones
 */
public record Plan(long seed, int patients, Calendar calendar, Variant variant, OptionalDouble missing) {

    public Plan {
        if (patients < 1) {
            throw new IllegalArgumentException("patients: must be 1 or more");
        }
        if (missing.isPresent() && !(missing.getAsDouble() >= 0 && missing.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("missing: must be from 0 to 1, such as 0.3");
        }
    }

    /** A cohort as expected. */
    public static Plan of(long seed, int patients, int days, LocalDate last) {
        return new Plan(seed, patients, Calendar.until(last, days), Variant.EXPECTED, OptionalDouble.empty());
    }

    /** What the truth says of the cohort as a whole. */
    public Truth.Run run() {
        return new Truth.Run(
                seed,
                patients,
                calendar.first(),
                calendar.date(calendar.days() - 1),
                variant.code(),
                missing.orElse(-1));
    }

    public Plan with(Variant other) {
        return new Plan(seed, patients, calendar, other, missing);
    }

    public Plan withMissing(double share) {
        return new Plan(seed, patients, calendar, variant, OptionalDouble.of(share));
    }
}
