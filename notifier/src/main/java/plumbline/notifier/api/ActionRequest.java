package plumbline.notifier.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;
import plumbline.chassis.http.Problem;
import plumbline.contract.alert.ActionKind;
import plumbline.contract.alert.ResolveReason;
import plumbline.contract.json.Json;
import plumbline.contract.json.Rfc3339;
import plumbline.contract.vocabulary.Code;
import plumbline.contract.vocabulary.Codes;
import plumbline.notifier.desk.Wish;

/** Reads the body of an action: what somebody wants to do, based on which revision. */
final class ActionRequest {
    private static final int MAX_ASSIGNEE = 64;
    private static final int MAX_NOTE = 2_000;
    private static final Codes<ActionKind> ACTIONS = Codes.of(ActionKind.class);
    private static final Codes<ResolveReason> REASONS = Codes.of(ResolveReason.class);

    /**
     * Reads a body.
     *
     * @throws Refusal naming the field that is wrong and how to mend it
     */
    static Wish read(byte[] body) throws Refusal {
        JsonNode json = object(body);
        ActionKind action = code(json, "action", ACTIONS)
                .orElseThrow(() -> wrong("action-missing", "action", "must be one of " + ACTIONS.all()));
        Wish wish = new Wish(
                action, revision(json), note(json), code(json, "reason", REASONS), until(json), assignee(json));
        if (action == ActionKind.SNOOZE && wish.until().isEmpty()) {
            throw wrong("until-missing", "until", "must say when the snooze ends, such as 2026-11-20T07:30:00Z");
        }
        if (action == ActionKind.ASSIGN && wish.assignee().isEmpty()) {
            throw wrong("assignee-missing", "assignee", "must say to whom");
        }
        if (action == ActionKind.RESOLVE && wish.reason().isEmpty()) {
            throw wrong("reason-missing", "reason", "must say what it turned out to be: " + REASONS.all());
        }
        if (action == ActionKind.NOTE && wish.note().isBlank()) {
            throw wrong("note-missing", "note", "must say something");
        }
        return wish;
    }

    private ActionRequest() {}

    private static JsonNode object(byte[] body) throws Refusal {
        try {
            JsonNode json = Json.mapper().readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException malformed) {
            // Said below, as for a body that is no object.
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
        throw Refusal.of(
                HttpStatus.BAD_REQUEST_400,
                "malformed-json",
                "The body must be a JSON object such as {\"action\":\"acknowledge\",\"revision\":1}");
    }

    private static long revision(JsonNode json) throws Refusal {
        JsonNode revision = json.path("revision");
        if (!revision.isIntegralNumber() || !revision.canConvertToLong() || revision.longValue() < 1) {
            throw wrong(
                    "revision-invalid", "revision", "must be the whole number that the alert carried when you read it");
        }
        return revision.longValue();
    }

    private static String note(JsonNode json) throws Refusal {
        JsonNode note = json.path("note");
        if (note.isMissingNode() || note.isNull()) {
            return "";
        }
        if (!note.isTextual() || note.textValue().length() > MAX_NOTE) {
            throw wrong("note-invalid", "note", "must be text of at most " + MAX_NOTE + " characters");
        }
        return note.textValue();
    }

    private static <E extends Enum<E> & Code> Optional<E> code(JsonNode json, String field, Codes<E> codes)
            throws Refusal {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        Optional<E> found = value.isTextual() ? codes.find(value.textValue()) : Optional.empty();
        if (found.isEmpty()) {
            throw wrong(field + "-unknown", field, "must be one of " + codes.all());
        }
        return found;
    }

    private static Optional<Instant> until(JsonNode json) throws Refusal {
        JsonNode until = json.path("until");
        if (until.isMissingNode() || until.isNull()) {
            return Optional.empty();
        }
        return Optional.of(Rfc3339.parse(until.asText())
                .map(OffsetDateTime::toInstant)
                .orElseThrow(() -> wrong(
                        "until-invalid",
                        "until",
                        "must be an RFC 3339 time with an offset, such as 2026-11-20T07:30:00Z")));
    }

    private static Optional<String> assignee(JsonNode json) throws Refusal {
        JsonNode assignee = json.path("assignee");
        if (assignee.isMissingNode() || assignee.isNull()) {
            return Optional.empty();
        }
        if (!assignee.isTextual()
                || assignee.textValue().isBlank()
                || assignee.textValue().length() > MAX_ASSIGNEE) {
            throw wrong("assignee-invalid", "assignee", "must be text of 1 to " + MAX_ASSIGNEE + " characters");
        }
        return Optional.of(assignee.textValue());
    }

    private static Refusal wrong(String code, String field, String remedy) {
        return new Refusal(Problem.of(HttpStatus.UNPROCESSABLE_ENTITY_422, code, field + " " + remedy)
                .at("/" + field));
    }
}
