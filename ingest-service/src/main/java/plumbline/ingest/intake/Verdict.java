package plumbline.ingest.intake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import plumbline.contract.check.Checks;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.event.Event;
import plumbline.contract.event.EventChecks;
import plumbline.contract.json.Reading;

/**
 * What is to become of one event.
 *
 * @param id the event's own, or empty where it has none that may be repeated
 * @param event the event, if it is taken
 * @param violations why it is not; empty where it is
 */
record Verdict(String id, Optional<Event> event, List<Violation> violations) {

    /**
     * Judges what was read.
     *
     * @param allowed whether the caller may write for a patient
     * @param now the time of acceptance
     */
    static Verdict of(Reading reading, Predicate<String> allowed, Instant now) {
        if (reading instanceof Reading.Bad bad) {
            return new Verdict(Checks.isId(bad.id()) ? bad.id() : "", Optional.empty(), bad.violations());
        }
        Event event = ((Reading.Good) reading).event();
        if (!allowed.test(event.patient())) {
            return rejected(
                    event,
                    new Violation(
                            ErrorCode.PATIENT_NOT_ALLOWED, "patient", "is not the patient whom the token speaks for"));
        }
        List<Violation> ahead = EventChecks.ahead(event, now);
        return ahead.isEmpty()
                ? new Verdict(event.id(), Optional.of(event), List.of())
                : new Verdict(event.id(), Optional.empty(), ahead);
    }

    /** The verdict on an event that was good but is not stored. */
    Verdict lost(ErrorCode why) {
        String detail = switch (why) {
            case NOT_STORED -> "was not stored in time; send it again, which is harmless if it was";
            case TRANSACTION_REFUSED -> "was not stored, because another entry of its transaction was refused";
            default -> "could not be stored; make it smaller";
        };
        return new Verdict(id, Optional.empty(), List.of(new Violation(why, "", detail)));
    }

    private static Verdict rejected(Event event, Violation violation) {
        return new Verdict(event.id(), Optional.empty(), List.of(violation));
    }
}
