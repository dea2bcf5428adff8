package plumbline.standalone.guarantee;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.alert.Attention;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.Phase;
import plumbline.contract.delivery.Reason;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.standalone.recording.Findings;
import plumbline.standalone.recording.History;
import plumbline.standalone.recording.History.Outage;
import plumbline.standalone.recording.History.Published;
import plumbline.standalone.recording.History.Receipt;

/** Facts made by hand, about one alert of one patient; times are seconds since noon. */
final class Tale {
    static final String ALERT = "alert";
    static final String PATIENT = "p-1";
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String MEMBER = "north/anna";

    private Tale() {}

    /** What was recorded until a minute past noon. */
    static History of(Object... facts) {
        return new History(List.of(facts), at(60));
    }

    static Instant at(double seconds) {
        return NOON.plusMillis(Math.round(seconds * 1000));
    }

    static Finding finding(double at) {
        return Findings.of(PATIENT, FindingKind.URGENT_PAIN, Severity.EMERGENCY, Change.OPENED, at(at));
    }

    static AlertEntry entry(long sequence, double at, String what) {
        return entry(sequence, at, what, AlertEntry.SYSTEM, "to care team " + MEMBER + " by webhook");
    }

    static AlertEntry entry(long sequence, double at, String what, String actor, String detail) {
        return new AlertEntry(ALERT, PATIENT, sequence, 1, at(at), what, actor, detail, Optional.empty());
    }

    static Notification call(String id, int attempt, double at, Reason reason) {
        return command(id, attempt, at, reason, RecipientKind.CARE_TEAM, Lane.URGENT);
    }

    static Notification nudge(String id, int attempt, double at) {
        return command(id, attempt, at, Reason.NUDGE, RecipientKind.PATIENT, Lane.NUDGE);
    }

    private static Notification command(String id, int attempt, double at, Reason reason, RecipientKind to, Lane lane) {
        return new Notification(
                id,
                ALERT,
                PATIENT,
                to,
                to == RecipientKind.PATIENT ? PATIENT : MEMBER,
                lane,
                ChannelKind.WEBHOOK,
                reason,
                FindingKind.URGENT_PAIN,
                Severity.EMERGENCY,
                attempt,
                "text",
                Optional.empty(),
                at(at),
                at(3600));
    }

    static DeliveryReport started(Notification command, double at) {
        return DeliveryReport.started(command, at(at));
    }

    static DeliveryReport ended(Notification command, double at, Outcome outcome) {
        return new DeliveryReport(
                command.id(),
                ALERT,
                PATIENT,
                command.attempt(),
                Phase.FINAL,
                at(at),
                Optional.of(outcome),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    static Receipt receipt(String id, double at, int status) {
        return new Receipt(id, at(at), status);
    }

    static Outage outage(double killed, double ready) {
        return new Outage(at(killed), at(ready));
    }

    static Published published(double at, AlertStatus status, Optional<Double> due) {
        Alert alert = alert(status, due);
        return new Published(alert, at(at), "event-" + at);
    }

    static Alert alert(AlertStatus status, Optional<Double> due) {
        return new Alert(
                        ALERT,
                        PATIENT,
                        "north",
                        status,
                        1,
                        Attention.ACTIVE,
                        NOON,
                        NOON,
                        Optional.empty(),
                        Optional.empty(),
                        finding(0))
                .pursued(due.map(seconds -> new Alert.Pursuit(Alert.Awaited.STEP, 1, 3, at(seconds))));
    }
}
