package plumbline.contract.alert;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a member of a care team does to an alert: what {@code care-actions-v1} carries.
 *
 * @param id unique; the same action sent twice counts once
 * @param revision the revision of the alert that the person saw
 * @param user the authenticated person
 * @param note in their own words; empty where they said nothing
 * @param until the end of a snooze
 * @param reason of a resolve
 * @param assignee of an assign
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("care-action")
public record CareAction(
        String id,
        String alert,
        String patient,
        ActionKind action,
        long revision,
        String user,
        Instant at,
        String note,
        Optional<Instant> until,
        Optional<ResolveReason> reason,
        Optional<String> assignee) {

    public CareAction {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(alert, "alert");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(at, "at");
        note = Objects.requireNonNullElse(note, "");
    }
}
