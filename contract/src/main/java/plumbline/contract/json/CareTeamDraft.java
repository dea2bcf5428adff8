package plumbline.contract.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.InvalidValue;
import plumbline.contract.check.Violation;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.patient.QuietHours;
import plumbline.contract.team.CareTeam;
import plumbline.contract.team.Endpoint;
import plumbline.contract.team.Ladder;
import plumbline.contract.team.Member;
import plumbline.contract.team.Rung;
import plumbline.contract.vocabulary.Codes;

/** One care team while it is read: notes what is wrong and goes on. */
final class CareTeamDraft {
    private static final Codes<ChannelKind> KINDS = Codes.of(ChannelKind.class);
    private static final ZoneId NO_ZONE = ZoneOffset.UTC;

    private final JsonNode json;
    private final List<Violation> violations = new ArrayList<>();

    CareTeamDraft(JsonNode json) {
        this.json = json;
    }

    CareTeamReader.Outcome finish(String id) {
        text(json, "", "id")
                .filter(said -> !said.equals(id))
                .ifPresent(other ->
                        wrong(ErrorCode.CONTRADICTION, "id", "names another team than the address; leave it out"));
        ZoneId zone = zone();
        List<Member> members = each(json, "", "members", this::member);
        Ladder urgent = ladder("urgent", Ladder.URGENT);
        Ladder routine = ladder("routine", Ladder.ROUTINE);
        Optional<String> language = text(json, "", "language");
        Optional<String> handOver = text(json, "", "handOver");
        if (violations.isEmpty()) {
            try {
                return new CareTeamReader.Outcome.Good(
                        new CareTeam(id, zone, language, members, urgent, routine, handOver));
            } catch (InvalidValue invalid) {
                violations.addAll(invalid.violations());
            }
        }
        return new CareTeamReader.Outcome.Bad(violations);
    }

    private ZoneId zone() {
        Optional<String> name = text(json, "", "timeZone");
        try {
            if (name.filter(ZoneId.getAvailableZoneIds()::contains).isPresent()) {
                return ZoneId.of(name.orElseThrow());
            }
        } catch (DateTimeException unknown) {
            // Said below.
        }
        wrong(
                ErrorCode.UNKNOWN_TIME_ZONE,
                "timeZone",
                "must be a time zone of the IANA database, such as Europe/Zurich");
        return NO_ZONE;
    }

    private Optional<Member> member(JsonNode node, String at) {
        List<Endpoint> channels = each(node, at, "channels", this::endpoint);
        return valid(
                at,
                () -> new Member(
                        text(node, at, "id").orElse(""),
                        channels,
                        quiet(node, at),
                        node.path("away").asBoolean(false)));
    }

    private Optional<QuietHours> quiet(JsonNode node, String at) {
        JsonNode hours = node.path("quietHours");
        if (hours.isMissingNode() || hours.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new QuietHours(
                    LocalTime.parse(hours.path("from").asText()),
                    LocalTime.parse(hours.path("to").asText())));
        } catch (DateTimeException unreadable) {
            wrong(ErrorCode.INVALID_TIME, at + "/quietHours", "must have from and to, local times such as 21:30");
            return Optional.empty();
        }
    }

    private Optional<Endpoint> endpoint(JsonNode node, String at) {
        Optional<ChannelKind> kind = kind(node.path("kind"), at + "/kind");
        List<String> keys = each(node, at, "keys", this::word);
        return kind.flatMap(known -> valid(at, () -> new Endpoint(known, text(node, at, "address"), keys)));
    }

    private Optional<ChannelKind> kind(JsonNode node, String at) {
        Optional<ChannelKind> kind = KINDS.find(node.asText());
        if (kind.isEmpty()) {
            wrong(ErrorCode.UNKNOWN_VALUE, at, "must be one of " + KINDS.all());
        }
        return kind;
    }

    private Ladder ladder(String name, Ladder usual) {
        JsonNode node = json.path(name);
        if (node.isMissingNode() || node.isNull()) {
            return usual;
        }
        return new Ladder(
                each(node, name, "steps", this::rung),
                node.has("repeat") ? duration(node, name, "repeat") : usual.repeat());
    }

    private Optional<Rung> rung(JsonNode node, String at) {
        return Optional.of(new Rung(
                duration(node, at, "after"), each(node, at, "to", this::word), each(node, at, "over", this::kind)));
    }

    private Duration duration(JsonNode node, String at, String field) {
        try {
            return Duration.parse(node.path(field).asText());
        } catch (DateTimeException unreadable) {
            wrong(ErrorCode.INVALID_DURATION, path(at, field), "must be a duration such as PT0S, PT5M or PT24H");
            return Duration.ZERO;
        }
    }

    private Optional<String> word(JsonNode node, String at) {
        if (!node.isTextual()) {
            wrong(ErrorCode.WRONG_TYPE, at, "must be a string");
            return Optional.empty();
        }
        return Optional.of(node.textValue());
    }

    private Optional<String> text(JsonNode node, String at, String field) {
        JsonNode value = node.path(field);
        return value.isMissingNode() || value.isNull() ? Optional.empty() : word(value, path(at, field));
    }

    private <T> List<T> each(JsonNode node, String at, String field, BiFunction<JsonNode, String, Optional<T>> read) {
        List<T> all = new ArrayList<>();
        JsonNode array = node.path(field);
        if (!array.isArray() && !array.isMissingNode()) {
            wrong(ErrorCode.WRONG_TYPE, path(at, field), "must be an array");
        }
        for (int i = 0; array.isArray() && i < array.size(); i++) {
            read.apply(array.get(i), path(at, field) + "/" + i).ifPresent(all::add);
        }
        return all;
    }

    private <T> Optional<T> valid(String at, Supplier<T> part) {
        try {
            return Optional.of(part.get());
        } catch (InvalidValue invalid) {
            invalid.violations().forEach(fault -> wrong(fault.code(), path(at, fault.field()), fault.detail()));
            return Optional.empty();
        }
    }

    private static String path(String at, String field) {
        return at.isEmpty() ? field : at + "/" + field;
    }

    private void wrong(ErrorCode code, String field, String detail) {
        violations.add(new Violation(code, field, detail));
    }
}
