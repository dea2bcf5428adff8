package plumbline.notifier.casework;

import java.time.Instant;
import java.util.Optional;
import plumbline.contract.alert.CareAction;
import plumbline.contract.alert.NudgeAnswer;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.finding.Finding;
import plumbline.contract.patient.PatientProfile;

/** What can happen to a patient's case. */
public sealed interface Input {

    /**
     * Analytics says something of a finding.
     *
     * @param arrived when it was accepted
     */
    record Found(Finding finding, Instant arrived) implements Input {}

    /** A member of a care team does something. */
    record Acted(CareAction action) implements Input {}

    /** The patient says something to a nudge. */
    record Answered(NudgeAnswer answer) implements Input {}

    /** A worker says something of an attempt. */
    record Reported(DeliveryReport report) implements Input {}

    /**
     * The directory says something of the patient.
     *
     * @param profile absent once they are not in it any more
     */
    record Listed(Optional<PatientProfile> profile) implements Input {}

    /**
     * Analytics has erased the patient, and will say nothing more of what was before.
     *
     * @param erasure its id
     */
    record Forgotten(String erasure) implements Input {}

    /** Time has passed. */
    record Tick() implements Input {}
}
