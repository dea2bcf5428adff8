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

/** Counts a patient's findings from which nudges come, and those about days on which the device was not worn. */
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

    void count(Finding opened) {
        if (KINDS.contains(opened.kind())) {
            perDay.merge(opened.newestDay(), 1, Integer::sum);
        }
    }

    PatientScore.Nudged counted() {
        int all = perDay.values().stream().mapToInt(Integer::intValue).sum();
        int over = (int)
                perDay.values().stream().filter(count -> count > MOST_A_DAY).count();
        int onUnworn = perDay.entrySet().stream()
                .filter(entry -> unworn.contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new PatientScore.Nudged(all, over, onUnworn);
    }
}
