package plumbline.contract.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.patient.Contact;
import plumbline.contract.patient.NudgeWishes;
import plumbline.contract.patient.QuietHours;
import plumbline.contract.vocabulary.Codes;

/** Reads the objects inside an entry of the directory. */
final class ProfileParts {
    private static final Codes<FindingKind> KINDS = Codes.of(FindingKind.class);
    private static final Pattern TIME = Pattern.compile("(?:[01]\\d|2[0-3]):[0-5]\\d");
    private static final int WHOLE_NUMBERS = 9_999;

    private ProfileParts() {}

    static OptionalInt whole(JsonParser parser, FieldReader fields, String field, ErrorCode outOfRange)
            throws IOException {
        return OptionalInt.of((int) fields.whole(parser, field, WHOLE_NUMBERS, outOfRange));
    }

    static Optional<Contact> contact(JsonParser parser, FieldReader fields) throws IOException {
        if (!fields.isObject(parser, "contact")) {
            return Optional.empty();
        }
        Optional<URI> webhook = Optional.empty();
        Optional<String> email = Optional.empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean absent = parser.nextToken() == JsonToken.VALUE_NULL;
            switch (absent ? "" : name) {
                case "webhook" ->
                    webhook = fields.text(parser, "contact/webhook").map(ProfileParts::address);
                case "email" -> email = fields.text(parser, "contact/email");
                default -> parser.skipChildren();
            }
        }
        return Optional.of(new Contact(webhook, email));
    }

    /** What is no address at all becomes one that the contact refuses. */
    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            return URI.create("");
        }
    }

    static Optional<QuietHours> quietHours(JsonParser parser, FieldReader fields) throws IOException {
        if (!fields.isObject(parser, "quietHours")) {
            return Optional.empty();
        }
        Optional<LocalTime> from = Optional.empty();
        Optional<LocalTime> to = Optional.empty();
        Set<String> named = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean absent = parser.nextToken() == JsonToken.VALUE_NULL;
            if (!absent) {
                named.add(name);
            }
            switch (absent ? "" : name) {
                case "from" -> from = time(parser, fields, "quietHours/from");
                case "to" -> to = time(parser, fields, "quietHours/to");
                default -> parser.skipChildren();
            }
        }
        for (String name : List.of("from", "to")) {
            if (!named.contains(name)) {
                fields.violation(ErrorCode.MISSING_FIELD, "quietHours/" + name, "is required, such as 21:30");
            }
        }
        Optional<LocalTime> end = to;
        return from.flatMap(begin -> end.map(last -> new QuietHours(begin, last)));
    }

    private static Optional<LocalTime> time(JsonParser parser, FieldReader fields, String field) throws IOException {
        Optional<String> text = fields.text(parser, field);
        Optional<LocalTime> time = text.filter(TIME.asMatchPredicate()).map(LocalTime::parse);
        if (text.isPresent() && time.isEmpty()) {
            fields.violation(ErrorCode.INVALID_TIME, field, "must be a local time HH:MM from 00:00 to 23:59");
        }
        return time;
    }

    static Optional<NudgeWishes> nudges(JsonParser parser, FieldReader fields) throws IOException {
        if (!fields.isObject(parser, "nudges")) {
            return Optional.empty();
        }
        OptionalInt perDay = OptionalInt.empty();
        Set<FindingKind> off = Set.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean absent = parser.nextToken() == JsonToken.VALUE_NULL;
            switch (absent ? "" : name) {
                case "perDay" -> perDay = whole(parser, fields, "nudges/perDay", ErrorCode.NUDGES_OUT_OF_RANGE);
                case "off" -> off = fields.codes(parser, "nudges/off", FindingKind.class, KINDS);
                default -> parser.skipChildren();
            }
        }
        return Optional.of(new NudgeWishes(perDay, off));
    }
}
