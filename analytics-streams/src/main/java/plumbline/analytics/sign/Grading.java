package plumbline.analytics.sign;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import plumbline.analytics.policy.FlagLevel;
import plumbline.analytics.policy.RedFlags;
import plumbline.analytics.policy.Signs;
import plumbline.analytics.policy.UrgentPain;
import plumbline.analytics.timeline.Report;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Symptom;

/** How urgent a single report is, in its setting. */
final class Grading {
    private final Signs policy;
    private final Setting setting;

    Grading(Signs policy, Setting setting) {
        this.policy = policy;
        this.setting = setting;
    }

    /** The red flag of a report: the gravest level to which its symptoms belong. */
    Optional<Severity> redFlag(Report report) {
        if (report.symptoms() == 0 && setting.background().riskFactors().isEmpty()) {
            return Optional.empty();
        }
        RedFlags.Levels levels = policy.redFlags().levels();
        if (belongs(report, levels.emergency())) {
            return Optional.of(Severity.EMERGENCY);
        }
        if (belongs(report, levels.sameDay())) {
            return Optional.of(Severity.SAME_DAY);
        }
        if (belongs(report, levels.soon())) {
            return Optional.of(isGraverTogether(report) ? Severity.SAME_DAY : Severity.SOON);
        }
        return isWorthALook(report) ? Optional.of(Severity.ROUTINE) : Optional.empty();
    }

    /** The urgency of the pain itself: same day, or emergency when the report names an emergency sign too. */
    Optional<Severity> urgentPain(Report report) {
        if (!isSudden(report, policy.urgentPain()) && !isLimiting(report, policy.urgentPain())) {
            return Optional.empty();
        }
        return redFlag(report).filter(Severity.EMERGENCY::equals).or(() -> Optional.of(Severity.SAME_DAY));
    }

    static boolean isSudden(Report report, UrgentPain urgent) {
        return report.onset() == Onset.SUDDEN && report.intensity() >= urgent.suddenFrom();
    }

    private static boolean isLimiting(Report report, UrgentPain urgent) {
        return report.intensity() >= urgent.limitingFrom() && intersect(report.limitSet(), urgent.limits());
    }

    private boolean belongs(Report report, FlagLevel level) {
        return intersect(report.symptomSet(), level.codes())
                || level.combinations().stream().anyMatch(combination -> holds(report, combination));
    }

    private boolean holds(Report report, FlagLevel.Combination combination) {
        Set<Symptom> circumstances = setting.circumstances(report);
        return intersect(circumstances, combination.any())
                && (intersect(circumstances, combination.with()) || holds(report, combination.instead()));
    }

    private boolean holds(Report report, FlagLevel.Instead instead) {
        FlagLevel.PainNow pain = instead.pain();
        return instead.onset().contains(report.onset())
                || report.region().site().filter(instead.site()::contains).isPresent()
                || setting.background().age().stream().anyMatch(instead.age()::include)
                || (pain.newFrom().isPresent()
                        && report.intensity() >= pain.newFrom().getAsInt()
                        && setting.isNew(report, policy.redFlags().newWithinDays()))
                || (pain.worsening() && setting.isWorsening(report));
    }

    /** Two different codes of one group, or one beside a risk factor that belongs to it. */
    private boolean isGraverTogether(Report report) {
        for (RedFlags.Group group : policy.redFlags().groups()) {
            Set<Symptom> codes = EnumSet.noneOf(Symptom.class);
            codes.addAll(report.symptomSet());
            codes.retainAll(group.codes());
            Set<Symptom> risks = EnumSet.noneOf(Symptom.class);
            risks.addAll(setting.background().riskFactors());
            risks.retainAll(group.riskFactors());
            risks.removeAll(codes);
            if (codes.size() > 1 || (codes.size() == 1 && !risks.isEmpty())) {
                return true;
            }
        }
        return false;
    }

    private boolean isWorthALook(Report report) {
        RedFlags.Routine routine = policy.redFlags().routine();
        return (report.symptomSet().contains(Symptom.LEG_PAIN) && setting.lasts(report, routine.legPainDays()))
                || isInflammatory(report, routine.inflammatory());
    }

    private boolean isInflammatory(Report report, RedFlags.Inflammatory pattern) {
        if (setting.background().age().isEmpty() || !setting.lasts(report, pattern.days())) {
            return false;
        }
        int age = setting.background().age().getAsInt();
        Set<Symptom> signs = setting.namedBefore(report);
        signs.addAll(setting.background().riskFactors());
        signs.retainAll(pattern.signs());
        int early = age < pattern.earlyOnsetUnder() ? 1 : 0;
        return age < pattern.onsetUnder() && signs.size() + early >= pattern.least();
    }

    private static boolean intersect(Set<?> one, Set<?> other) {
        return !Collections.disjoint(one, other);
    }
}
