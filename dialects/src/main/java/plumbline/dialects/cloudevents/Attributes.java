package plumbline.dialects.cloudevents;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.json.Reading;

/** The context attributes of one event while they are read, and what is wrong with them. */
final class Attributes {
    private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");
    private static final String CONTENT_TYPE = "datacontenttype";
    private static final String OURS = "plumbline.";
    private static final int MOST_FAULTS = 16;
    private static final int LONGEST_NAME = 64;

    private final boolean fromHeaders;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> core = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>(0);

    private Attributes(boolean fromHeaders) {
        this.fromHeaders = fromHeaders;
    }

    static Attributes ofMembers() {
        return new Attributes(false);
    }

    static Attributes ofHeaders() {
        return new Attributes(true);
    }

    /** Takes the member of a JSON object whose value the parser stands on; null counts as absent. */
    void member(String name, JsonParser parser) throws IOException {
        once(name);
        JsonToken token = parser.currentToken();
        if (!AttributeRules.isName(name)) {
            parser.skipChildren();
            fault(ErrorCode.INVALID_ATTRIBUTE, name, "is no name of an attribute: lower-case letters and digits only");
        } else if (token == JsonToken.VALUE_STRING) {
            text(name, parser.getText());
        } else if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
            parser.skipChildren();
            fault(ErrorCode.WRONG_TYPE, name, "must be a string, a whole number of 32 bits, true or false");
        } else if (token != JsonToken.VALUE_NULL && AttributeRules.isCore(name)) {
            fault(ErrorCode.WRONG_TYPE, name, "must be a string");
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT
                || (token == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.INT)) {
            fault(ErrorCode.WRONG_TYPE, name, "must be a whole number of 32 bits, where it is a number");
        }
    }

    /** Takes a header, given without its prefix. */
    void header(String name, String value) {
        if (!AttributeRules.isName(name)) {
            fault(ErrorCode.INVALID_ATTRIBUTE, name, "is no name of an attribute: letters and digits only");
            return;
        }
        if (value.indexOf(CloudEvents.TWICE) >= 0) {
            once(name);
            once(name);
            text(name, value.substring(0, value.indexOf(CloudEvents.TWICE)));
            return;
        }
        HeaderValue.decode(value)
                .ifPresentOrElse(
                        text -> text(name, text),
                        () -> fault(ErrorCode.INVALID_ATTRIBUTE, name, "must be percent-encoded UTF-8"));
    }

    /** Takes the type of a binary event's body, which stands in for {@code datacontenttype}. */
    void contentType(String value) {
        text(CONTENT_TYPE, value);
    }

    private void text(String name, String value) {
        if (AttributeRules.isCore(name)) {
            core.put(name, value);
        }
        AttributeRules.check(name, value).ifPresent(detail -> {
            ErrorCode code = name.equals("specversion") ? ErrorCode.UNKNOWN_VALUE : ErrorCode.INVALID_ATTRIBUTE;
            fault(name.equals("time") ? ErrorCode.INVALID_TIME : code, name, detail);
        });
    }

    /** Notes the second occurrence of a member. */
    void once(String name) {
        if (!seen.add(name)) {
            fault(ErrorCode.DUPLICATE_FIELD, name, "is there twice; send each member once");
        }
    }

    void fault(ErrorCode code, String name, String detail) {
        if (violations.size() == MOST_FAULTS) {
            return;
        }
        if (fromHeaders) {
            violations.add(new Violation(code, "", "header " + CloudEvents.HEADER + name + " " + detail));
        } else {
            boolean isShort = name.length() <= LONGEST_NAME;
            violations.add(new Violation(code, isShort ? escape(name) : "", detail));
        }
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /**
     * The native event, or all that is wrong with the event around it and with itself.
     *
     * @param data the data, if there is any
     * @param member where the data stands; empty where it is the whole body
     */
    Reading judge(Optional<Reading> data, String member) {
        String version = core.getOrDefault("specversion", "1.0");
        if (!version.equals("1.0")) {
            violations.removeIf(violation -> violation.code() != ErrorCode.UNKNOWN_VALUE);
            return new Reading.Bad("", violations);
        }
        for (String name : REQUIRED) {
            if (!core.containsKey(name) && violations.stream().noneMatch(violation -> concerns(violation, name))) {
                fault(ErrorCode.MISSING_FIELD, name, "is required");
            }
        }
        if (AttributeRules.isJson(core.getOrDefault(CONTENT_TYPE, "application/json"))) {
            take(data, member);
        } else if (violations.stream().noneMatch(violation -> concerns(violation, CONTENT_TYPE))) {
            fault(ErrorCode.UNSUPPORTED_CONTENT, CONTENT_TYPE, "must be application/json or end in +json");
        }
        String id = data.map(Attributes::id).orElse("");
        return violations.isEmpty() ? data.orElseThrow() : new Reading.Bad(id, violations);
    }

    private boolean concerns(Violation violation, String name) {
        return fromHeaders
                ? violation.detail().startsWith("header " + CloudEvents.HEADER + name + " ")
                : violation.field().equals(name);
    }

    private void take(Optional<Reading> data, String member) {
        if (data.isEmpty()) {
            violations.add(new Violation(ErrorCode.MISSING_FIELD, member, "must be there: a native event"));
        } else if (data.get() instanceof Reading.Bad bad) {
            bad.violations().forEach(violation -> violations.add(within(member, violation)));
        } else if (data.get() instanceof Reading.Good good) {
            String type = core.getOrDefault("type", "");
            if (type.startsWith(OURS) && !type.equals(typeOf(good.event()))) {
                fault(ErrorCode.CONTRADICTION, "type", "must be " + typeOf(good.event()) + " for this data");
            }
        }
    }

    private static Violation within(String member, Violation violation) {
        if (member.isEmpty() || violation.field().isEmpty()) {
            return new Violation(violation.code(), member + violation.field(), violation.detail());
        }
        return new Violation(violation.code(), member + "/" + violation.field(), violation.detail());
    }

    private static String id(Reading reading) {
        return reading instanceof Reading.Bad bad
                ? bad.id()
                : ((Reading.Good) reading).event().id();
    }

    private static String typeOf(Event event) {
        return OURS + (event instanceof PainReport ? "pain-report" : "activity-bout") + ".v1";
    }
}
