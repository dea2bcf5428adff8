package plumbline.contract.delivery;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;

/**
 * The command to make one attempt: what {@code notifications-*-v1} carry.
 *
 * @param id of the delivery: the same for all attempts, derived from what it is about
 * @param alert the alert, or the episode of a finding that makes none
 * @param recipient the id of the care team or of the patient
 * @param attempt counts from 1
 * @param text what the recipient reads; names no measured value
 * @param link where to act on it
 * @param at when the attempt was commanded
 * @param expires from then on it must not be sent
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("notification")
public record Notification(
        String id,
        String alert,
        String patient,
        RecipientKind recipientKind,
        String recipient,
        Lane lane,
        ChannelKind channel,
        Reason reason,
        FindingKind kind,
        Severity severity,
        int attempt,
        String text,
        Optional<String> link,
        Instant at,
        Instant expires) {

    public Notification {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(recipientKind, "recipientKind");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(expires, "expires");
    }
}
