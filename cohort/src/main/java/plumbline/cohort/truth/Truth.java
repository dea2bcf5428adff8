package plumbline.cohort.truth;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/** One latent fact about a cohort or a patient: a line of {@code truth.ndjson}. Dates are local dates of the patient. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Truth.Run.class, name = "run"),
    @JsonSubTypes.Type(value = Truth.PatientDays.class, name = "patient-days"),
    @JsonSubTypes.Type(value = Truth.Persistent.class, name = "persistent-pain"),
    @JsonSubTypes.Type(value = Truth.Recurrent.class, name = "recurrent-pain"),
    @JsonSubTypes.Type(value = Truth.Urgent.class, name = "urgent-pain"),
    @JsonSubTypes.Type(value = Truth.Sign.class, name = "danger-sign"),
    @JsonSubTypes.Type(value = Truth.Flare.class, name = "flare"),
    @JsonSubTypes.Type(value = Truth.Compensating.class, name = "compensation"),
    @JsonSubTypes.Type(value = Truth.Swapped.class, name = "side-swap")
})
public sealed interface Truth {

    /**
     * How the cohort was made; the first line.
     *
     * @param missing the share of days that was asked to be missing; negative where the natural one was
     */
    record Run(long seed, int patients, LocalDate first, LocalDate last, String variant, double missing)
            implements Truth {

        /** The same of several cohorts together. */
        public Run withPatients(int all) {
            return new Run(seed, all, first, last, variant, missing);
        }
    }

    /** A fact about one patient. */
    sealed interface OfPatient extends Truth {
        String patient();
    }

    /**
     * Every patient has one.
     *
     * @param healthy days without any pain
     * @param unworn the days on which the device lay on the table
     */
    record PatientDays(String patient, int days, int healthy, List<LocalDate> unworn) implements OfPatient {
        public PatientDays {
            unworn = List.copyOf(unworn);
        }
    }

    /**
     * Pain that lasts more than a few days: on at least 3 of 5 days at least 3, the first and the last of these at least 4 calendar days apart, both
     * counted.
     *
     * @param begin the first of these days
     * @param held the first day on which that was so
     * @param end the last day with any pain before 30 days without; the last day of the cohort where there were none
     * @param painDays the days from begin to end with pain of 3 or more
     */
    record Persistent(
            String patient, Site site, Side side, LocalDate begin, LocalDate held, LocalDate end, int painDays)
            implements OfPatient {}

    /**
     * Pain of 2 or more on two days running (our reading of 24 hours in daily scores), after a persistent pain and 30 days without
     * any.
     *
     * @param begin the first of the two days
     * @param held the second
     * @param end as of a persistent pain
     */
    record Recurrent(String patient, Site site, Side side, LocalDate begin, LocalDate held, LocalDate end)
            implements OfPatient {}

    /**
     * Severe pain: sudden and 7 or more, or 8 or more and keeping the patient from walking, standing or sleep. Days of it that are
     * less than a week apart are one.
     */
    record Urgent(String patient, Site site, Side side, LocalDate begin, LocalDate end, boolean sudden)
            implements OfPatient {}

    /**
     * Symptoms that the published table calls an emergency, or same-day, by themselves.
     *
     * @param at when the patient told
     */
    record Sign(String patient, boolean emergency, OffsetDateTime at) implements OfPatient {}

    /** Days running on which the pain flares up by 2.5 points over the course of an episode. */
    record Flare(String patient, Site site, Side side, LocalDate begin, LocalDate end) implements OfPatient {}

    /**
     * A change of the patient's own symmetry because of one-sided pain.
     *
     * @param painSide the side that hurts
     * @param loadedSide the side that carries more than it did
     * @param onset the day on which the change begins to grow; may lie before the cohort's first
     * @param end the last day on which anything of it is left
     * @param amplitude the change when complete, a symmetry index in percent, unsigned
     * @param sigmas the amplitude in the patient's own day-to-day deviations
     */
    record Compensating(
            String patient,
            Site site,
            Side painSide,
            Side loadedSide,
            Measure measure,
            LocalDate onset,
            LocalDate end,
            double amplitude,
            double sigmas)
            implements OfPatient {}

    /** A device that takes left for right, on all of these days. */
    record Swapped(String patient, Measure measure, LocalDate begin, LocalDate end) implements OfPatient {}
}
