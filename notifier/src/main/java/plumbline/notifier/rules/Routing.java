package plumbline.notifier.rules;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.contract.delivery.Lane;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.notifier.text.Script;

/**
 * Whom a finding concerns: the routing table of the specification.
 *
 * @param alert whether a care team must see it
 * @param advice what the patient is told
 * @param plan whether an exercise plan for site and side follows
 */
public record Routing(boolean alert, Optional<Script> advice, boolean plan) {

    public static Routing of(Finding finding) {
        boolean alert =
                !finding.severity().isAbove(Severity.EMERGENCY) && Severity.SELF_CARE.compareTo(finding.severity()) > 0;
        boolean exercise = (finding.severity() == Severity.ROUTINE || finding.severity() == Severity.SELF_CARE)
                && (finding.kind() == FindingKind.PERSISTENT_PAIN || finding.kind() == FindingKind.IMBALANCE);
        return new Routing(alert, advice(finding), exercise);
    }

    /** The lane of what a care team is told. */
    public static Lane lane(Severity severity) {
        return isUrgent(severity) ? Lane.URGENT : Lane.ROUTINE;
    }

    /** Whether somebody must act today, so that nothing may hold it back. */
    public static boolean isUrgent(Severity severity) {
        return severity.isAbove(Severity.SOON);
    }

    private static Optional<Script> advice(Finding finding) {
        return switch (finding.severity()) {
            case EMERGENCY -> Optional.of(Script.SEEK_CARE_NOW);
            case SAME_DAY -> Optional.of(Script.CONTACT_TODAY);
            case SOON -> Optional.of(soon(finding.kind()));
            case ROUTINE, SELF_CARE, INFO -> Optional.ofNullable(calm(finding.kind()));
        };
    }

    private static Script soon(FindingKind kind) {
        return switch (kind) {
            case WENT_QUIET -> Script.CHECK_IN;
            case COMPENSATION -> Script.THERAPIST_FIRST;
            default -> Script.ARRANGE_APPOINTMENT;
        };
    }

    private static @Nullable Script calm(FindingKind kind) {
        return switch (kind) {
            case PERSISTENT_PAIN, RECURRENT_PAIN -> Script.CONSULT_PROFESSIONAL;
            case URGENT_PAIN, RED_FLAG, WORSENING_PAIN -> Script.ARRANGE_APPOINTMENT;
            case COMPENSATION -> Script.THERAPIST_FIRST;
            case PROLONGED_SITTING -> Script.BREAK_FROM_SITTING;
            case PROLONGED_STANDING -> Script.BREAK_FROM_STANDING;
            case REPETITIVE_LOAD -> Script.VARY_THE_MOTION;
            case HEAVY_LIFT -> Script.LIFT_WITH_CARE;
            case FLARE -> Script.HINT_FLARE;
            case DEVICE_SUSPECT -> Script.HINT_DEVICE;
            case IMPROVEMENT -> Script.KIND_WORD;
            // A device that is not worn is no reason to write to its owner.
            case IMBALANCE, WENT_QUIET -> null;
        };
    }
}
