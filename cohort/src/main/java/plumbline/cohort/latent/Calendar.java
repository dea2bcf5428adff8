package plumbline.cohort.latent;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The days of a simulation, numbered from 0. A day is a patient's local date. */
public record Calendar(LocalDate first, int days) {

    public Calendar {
        if (days < 1) {
            throw new IllegalArgumentException("at least one day");
        }
    }

    /** The days that end with this one. */
    public static Calendar until(LocalDate last, int days) {
        return new Calendar(last.minusDays(days - 1L), days);
    }

    /** The date of a day; days before 0 and after the last have one too. */
    public LocalDate date(int day) {
        return first.plusDays(day);
    }

    public int day(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(first, date);
    }
}
