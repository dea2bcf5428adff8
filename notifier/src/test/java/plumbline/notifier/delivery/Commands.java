package plumbline.notifier.delivery;

import java.time.Instant;
import java.util.Optional;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Reason;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;

/** Commands for tests. */
public final class Commands {
    public static final Instant AT = Instant.parse("2026-11-20T10:00:00Z");

    private Commands() {}

    public static Notification to(RecipientKind recipient, ChannelKind channel, Instant expires) {
        return new Notification(
                "d-1",
                "al-1",
                "p-1",
                recipient,
                recipient == RecipientKind.PATIENT ? "p-1" : "default",
                Lane.URGENT,
                channel,
                Reason.FIRST,
                FindingKind.URGENT_PAIN,
                Severity.EMERGENCY,
                1,
                "canary words",
                Optional.of("https://plumbline.example/alerts/al-1"),
                AT,
                expires);
    }

    /** What a care team is told of an alert of this kind over FHIR. */
    public static Notification fhir(FindingKind kind, Severity severity, Reason reason) {
        return new Notification(
                "d-1",
                "al-1",
                "p-1",
                RecipientKind.CARE_TEAM,
                "default",
                Lane.ROUTINE,
                ChannelKind.FHIR,
                reason,
                kind,
                severity,
                1,
                "canary words",
                Optional.of("https://plumbline.example/alerts/al-1"),
                AT,
                AT.plusSeconds(7200));
    }

    public static Notification webhook(RecipientKind recipient) {
        return to(recipient, ChannelKind.WEBHOOK, AT.plusSeconds(7200));
    }
}
