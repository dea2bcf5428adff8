package plumbline.notifier.delivery.http;

import java.time.Instant;
import java.util.Optional;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.json.Json;

/**
 * What a webhook carries: thin, so that a receiver who should not know learns nothing about a patient's health. Only the message to
 * the patient has words.
 */
record WebhookBody(String type, Instant timestamp, Data data) {

    /** Ids, kind, severity and where to look. */
    record Data(
            String id,
            String alert,
            String patient,
            String recipient,
            String reason,
            String kind,
            String severity,
            Optional<String> link,
            Optional<String> text) {}

    /** The bytes to sign and send. The time is the attempt's command, so that a repeat after a crash is the same. */
    static byte[] of(Notification notification) {
        boolean toPatient = notification.recipientKind() == RecipientKind.PATIENT;
        String type =
                (toPatient ? "message." : "alert.") + notification.reason().code();
        return Json.write(new WebhookBody(
                type,
                notification.at(),
                new Data(
                        notification.id(),
                        notification.alert(),
                        notification.patient(),
                        notification.recipient(),
                        notification.reason().code(),
                        notification.kind().code(),
                        notification.severity().code(),
                        notification.link(),
                        toPatient ? Optional.of(notification.text()) : Optional.empty())));
    }
}
