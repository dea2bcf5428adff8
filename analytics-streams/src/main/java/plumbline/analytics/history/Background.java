package plumbline.analytics.history;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.analytics.episode.Person;
import plumbline.contract.vocabulary.Symptom;

/**
 * What is known of a patient beside the events.
 *
 * @param riskFactors circumstances that grade symptoms, such as a history of cancer
 * @param age in years
 */
public record Background(Set<Symptom> riskFactors, OptionalInt age) {
    /** Nothing is known. */
    public static final Background UNKNOWN = new Background(Set.of(), OptionalInt.empty());

    public Background {
        riskFactors = Set.copyOf(riskFactors);
    }

    /** What is known of a person on a day. The month of birth is not, so the age is that of the year's end. */
    public static Background of(Person person, LocalDate today) {
        OptionalInt birthYear = person.birthYear();
        return new Background(
                person.riskFactors(),
                birthYear.isPresent() ? OptionalInt.of(today.getYear() - birthYear.getAsInt()) : OptionalInt.empty());
    }
}
