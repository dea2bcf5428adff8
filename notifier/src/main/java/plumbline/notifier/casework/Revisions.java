package plumbline.notifier.casework;

import java.time.Instant;
import java.util.Optional;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.Alert.Acknowledgement;
import plumbline.contract.alert.Alert.Resolution;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.alert.Attention;
import plumbline.contract.finding.Finding;

/** The next revision of an alert. */
final class Revisions {
    private Revisions() {}

    static Alert first(String id, String team, Attention attention, Finding finding, Instant now) {
        return new Alert(
                id,
                finding.patient(),
                team,
                AlertStatus.OPEN,
                1,
                attention,
                now,
                now,
                Optional.empty(),
                Optional.empty(),
                finding);
    }

    static Alert finding(Alert before, Finding newest, Attention attention, Instant now) {
        return next(before, before.status(), attention, before.acknowledgement(), before.resolution(), newest, now);
    }

    /** Nobody has it any more: it asks again. */
    static Alert reopened(Alert before, Finding newest, Attention attention, Instant now) {
        return next(before, AlertStatus.OPEN, attention, Optional.empty(), Optional.empty(), newest, now);
    }

    static Alert taken(Alert before, AlertStatus status, Acknowledgement by, Instant now) {
        return next(before, status, before.attention(), Optional.of(by), Optional.empty(), before.finding(), now);
    }

    static Alert resolved(Alert before, Resolution how, Finding newest, Instant now) {
        return next(
                before,
                AlertStatus.RESOLVED,
                before.attention(),
                before.acknowledgement(),
                Optional.of(how),
                newest,
                now);
    }

    static Alert assigned(Alert before, String to, Instant now) {
        return touched(before, now).assigned(Optional.of(to));
    }

    /** Nothing of it changed but that somebody said something. */
    static Alert touched(Alert before, Instant now) {
        return finding(before, before.finding(), before.attention(), now);
    }

    private static Alert next(
            Alert before,
            AlertStatus status,
            Attention attention,
            Optional<Acknowledgement> acknowledgement,
            Optional<Resolution> resolution,
            Finding finding,
            Instant now) {
        return new Alert(
                before.id(),
                before.patient(),
                before.team(),
                status,
                before.revision() + 1,
                attention,
                before.openedAt(),
                now,
                acknowledgement,
                resolution,
                finding,
                before.pursuit(),
                before.assignee());
    }
}
