package plumbline.analytics.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.contract.patient.PatientProfile;
import plumbline.contract.patient.RiskFactor;
import plumbline.contract.vocabulary.Symptom;

/**
 * What is kept of a patient's entry in the directory, which is no more than the rules need; and that there was an erasure.
 *
 * @param erasedAt when all that had been accepted before was erased; forgotten once nothing of before can arrive any more
 */
public record Person(Set<Symptom> riskFactors, OptionalInt birthYear, Optional<Instant> erasedAt) {
    /** Nobody said anything. */
    public static final Person UNKNOWN = new Person(Set.of(), OptionalInt.empty(), Optional.empty());

    /** Longer than the topics of events are kept: so long, an event of before could still be read. */
    static final Duration REMEMBERED = Duration.ofDays(30);

    public Person {
        riskFactors = ordered(riskFactors);
    }

    /** The same person as the directory now has them. */
    public Person as(PatientProfile profile) {
        return new Person(
                ordered(profile.riskFactors().stream().map(RiskFactor::symptom).toList()),
                profile.birthYear(),
                erasedAt);
    }

    /** Somebody of whom nothing is known but that everything until a time was erased. */
    public static Person erased(Instant at) {
        return new Person(Set.of(), OptionalInt.empty(), Optional.of(at));
    }

    /** Whether what was accepted at this time has been erased, and must not come back. */
    public boolean isErased(Instant accepted) {
        return erasedAt.filter(at -> !accepted.isAfter(at)).isPresent();
    }

    /** When the erasure can be forgotten. */
    public Optional<Instant> forgetAt() {
        return erasedAt.map(at -> at.plus(REMEMBERED));
    }

    /** The same person at a later time. */
    public Person at(Instant now) {
        return forgetAt().filter(end -> !end.isAfter(now)).isPresent()
                ? new Person(riskFactors, birthYear, Optional.empty())
                : this;
    }

    private static Set<Symptom> ordered(Collection<Symptom> factors) {
        EnumSet<Symptom> copy = EnumSet.noneOf(Symptom.class);
        copy.addAll(factors);
        return Collections.unmodifiableSet(copy);
    }
}
