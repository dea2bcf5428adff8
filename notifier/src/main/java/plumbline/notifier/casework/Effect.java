package plumbline.notifier.casework;

import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.delivery.Notification;

/** What a step asks of the world. */
public sealed interface Effect {

    /** The newest revision of an alert. */
    record Publish(Alert alert) implements Effect {}

    /** The next line of an alert's history. */
    record Append(AlertEntry entry) implements Effect {}

    /** One attempt to send a message. */
    record Send(Notification command) implements Effect {}

    /**
     * Every alert of the patient with its history goes, and that is acknowledged.
     *
     * @param erasure the id of the erasure
     */
    record Erase(String erasure) implements Effect {}
}
