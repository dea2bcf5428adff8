package plumbline.notifier.desk;

import java.time.Instant;
import java.util.Optional;
import plumbline.contract.Identity;
import plumbline.contract.alert.ActionKind;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.CareAction;
import plumbline.contract.alert.ResolveReason;
import plumbline.contract.vocabulary.Code;

/**
 * What somebody wants to do to an alert.
 *
 * @param revision of the alert that they saw
 * @param note in their own words; empty where they said nothing
 * @param reason of a resolve
 * @param until the end of a snooze
 * @param assignee of an assign
 */
public record Wish(
        ActionKind action,
        long revision,
        String note,
        Optional<ResolveReason> reason,
        Optional<Instant> until,
        Optional<String> assignee) {

    /** What needs no more than a reason. */
    public Wish(ActionKind action, long revision, String note, Optional<ResolveReason> reason) {
        this(action, revision, note, reason, Optional.empty(), Optional.empty());
    }

    /** As casework is told. The same wish of the same person has the same id and counts once, however often it is sent. */
    public CareAction by(String user, Alert alert, Instant now) {
        return new CareAction(
                Identity.of(
                        "care-action",
                        alert.id(),
                        Long.toString(revision),
                        action.code(),
                        user,
                        reason.map(Code::code).orElse(""),
                        until.map(Instant::toString).orElse(""),
                        assignee.orElse("").replaceAll("\\R", " "),
                        note.replaceAll("\\R", " ")),
                alert.id(),
                alert.patient(),
                action,
                revision,
                user,
                now,
                note,
                until,
                reason,
                assignee);
    }
}
