package plumbline.notifier.casework;

import java.time.Instant;
import plumbline.contract.alert.CareAction;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.finding.Finding;

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

    /** A worker says something of an attempt. */
    record Reported(DeliveryReport report) implements Input {}

    /** Time has passed. */
    record Tick() implements Input {}
}
