package plumbline.analytics.rule;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import plumbline.analytics.policy.FlagLevel;
import plumbline.analytics.policy.Policy;
import plumbline.analytics.policy.UrgentPain;
import plumbline.analytics.timeline.Report;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Symptom;

/** How urgent a single report is. */
final class Grading {

    private Grading() {}

    /** The red flag of a report's symptoms: emergency, same day, or none of these. */
    static Optional<Severity> redFlag(Report report, Background background, Policy policy) {
        if (report.symptoms() == 0) {
            return Optional.empty();
        }
        if (belongs(report, background, policy.redFlags().emergency())) {
            return Optional.of(Severity.EMERGENCY);
        }
        return belongs(report, background, policy.redFlags().sameDay())
                ? Optional.of(Severity.SAME_DAY)
                : Optional.empty();
    }

    /** The urgency of the pain itself: same day, or emergency when the report names an emergency sign too. */
    static Optional<Severity> urgentPain(Report report, Background background, Policy policy) {
        if (!isSudden(report, policy.urgentPain()) && !isLimiting(report, policy.urgentPain())) {
            return Optional.empty();
        }
        return redFlag(report, background, policy)
                .filter(Severity.EMERGENCY::equals)
                .or(() -> Optional.of(Severity.SAME_DAY));
    }

    static boolean isSudden(Report report, UrgentPain urgent) {
        return report.onset() == Onset.SUDDEN && report.intensity() >= urgent.suddenFrom();
    }

    private static boolean isLimiting(Report report, UrgentPain urgent) {
        return report.intensity() >= urgent.limitingFrom() && intersect(report.limitSet(), urgent.limits());
    }

    private static boolean belongs(Report report, Background background, FlagLevel level) {
        Set<Symptom> symptoms = report.symptomSet();
        if (intersect(symptoms, level.codes())) {
            return true;
        }
        EnumSet<Symptom> circumstances = EnumSet.copyOf(symptoms);
        circumstances.addAll(background.riskFactors());
        return level.combinations().stream()
                .anyMatch(combination -> intersect(circumstances, combination.any())
                        && (intersect(circumstances, combination.with())
                                || combination.orOnset().contains(report.onset())
                                || report.region()
                                        .site()
                                        .filter(combination.orSite()::contains)
                                        .isPresent()
                                || exceeds(background, combination)));
    }

    private static boolean exceeds(Background background, FlagLevel.Combination combination) {
        return background.age().isPresent()
                && combination.orAgeOver().isPresent()
                && background.age().getAsInt() > combination.orAgeOver().getAsInt();
    }

    private static boolean intersect(Set<?> one, Set<?> other) {
        return !Collections.disjoint(one, other);
    }
}
