package plumbline.cohort.score;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import plumbline.cohort.truth.Truth;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;

/**
 * Counts the nudges that a patient's findings about load and posture ask for: one whenever a finding is opened or told anew on its own
 * day. What comes a day late is about the past, and nobody is nudged about it. Quiet hours are not looked at.
 */
final class NudgeCount {
    private static final Set<FindingKind> KINDS = Set.of(
            FindingKind.PROLONGED_SITTING,
            FindingKind.PROLONGED_STANDING,
            FindingKind.REPETITIVE_LOAD,
            FindingKind.HEAVY_LIFT);

    private static final int MOST_A_DAY = 3;

    private final Map<LocalDate, Integer> perDay = new HashMap<>();
    private final Set<LocalDate> unworn = new HashSet<>();

    NudgeCount(Collection<Truth.OfPatient> facts) {
        for (Truth.OfPatient fact : facts) {
            if (fact instanceof Truth.PatientDays days) {
                unworn.addAll(days.unworn());
            }
        }
    }

    void count(Finding change) {
        boolean today = change.newestDay().equals(change.asOf().toLocalDate());
        if (KINDS.contains(change.kind()) && change.change().isOpen() && today) {
            perDay.merge(change.newestDay(), 1, Integer::sum);
        }
    }

    PatientScore.Nudged counted() {
        int asked = perDay.values().stream().mapToInt(Integer::intValue).sum();
        int sent = perDay.values().stream()
                .mapToInt(count -> Math.min(count, MOST_A_DAY))
                .sum();
        int over = (int)
                perDay.values().stream().filter(count -> count > MOST_A_DAY).count();
        int onUnworn = perDay.entrySet().stream()
                .filter(entry -> unworn.contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new PatientScore.Nudged(asked, sent, over, onUnworn);
    }
}
