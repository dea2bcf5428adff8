package plumbline.contract.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.check.Violation;
import plumbline.contract.vocabulary.Code;
import plumbline.contract.vocabulary.Codes;

/** Reads single values of the expected type from a parser that stands on them, and notes what is wrong instead of throwing. */
final class FieldReader {
    /** A field of the event is named wrong so often at most: a long array of nonsense must not cost more than itself. */
    private static final int MOST_OF_ONE_FIELD = 8;

    private final List<Violation> violations = new ArrayList<>(0);
    private final Map<String, Integer> noted = new HashMap<>(0);

    void violation(Violation violation) {
        if (noted.merge(top(violation), 1, Integer::sum) <= MOST_OF_ONE_FIELD) {
            violations.add(violation);
        }
    }

    private static String top(Violation violation) {
        int slash = violation.field().indexOf('/');
        return slash < 0 ? violation.field() : violation.field().substring(0, slash);
    }

    void violation(ErrorCode code, String field, String detail) {
        violation(new Violation(code, field, detail));
    }

    /** All that was noted. */
    List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** What was noted about the given fields. */
    List<Violation> violations(Set<EventField> own) {
        if (violations.isEmpty()) {
            return violations;
        }
        return violations.stream()
                .filter(violation -> {
                    EventField field = EventField.find(top(violation));
                    return field != null && own.contains(field);
                })
                .toList();
    }

    Optional<String> text(JsonParser parser, String field) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return wrongType(parser, field, "must be a string");
        }
        return Optional.of(parser.getText());
    }

    Optional<OffsetDateTime> time(JsonParser parser, String field) throws IOException {
        Optional<OffsetDateTime> time =
                parser.currentToken() == JsonToken.VALUE_STRING ? Rfc3339.parse(parser.getText()) : Optional.empty();
        if (time.isEmpty()) {
            parser.skipChildren();
            violation(
                    ErrorCode.INVALID_TIME,
                    field,
                    "must be an RFC 3339 time with an offset, such as 2026-11-20T07:30:00+01:00");
        }
        return time;
    }

    boolean flag(JsonParser parser, String field, boolean fallback) throws IOException {
        if (!parser.currentToken().isBoolean()) {
            wrongType(parser, field, "must be true or false");
            return fallback;
        }
        return parser.getBooleanValue();
    }

    /** A whole number from 0 to the most, which may be written with a fraction of zero. */
    long whole(JsonParser parser, String field, long most, ErrorCode outOfRange) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            wrongType(parser, field, "must be a whole number");
            return 0;
        }
        double value = parser.getDoubleValue();
        if (value < 0 || value > most || !isWhole(parser)) {
            violation(outOfRange, field, "must be a whole number from 0 to " + most);
            return 0;
        }
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT ? parser.getLongValue() : (long) value;
    }

    /** Exact, because a double takes 1e-400 for 0. */
    private static boolean isWhole(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return true;
        }
        try {
            BigDecimal number = new BigDecimal(parser.getText());
            return number.signum() == 0 || number.longValueExact() >= 0;
        } catch (ArithmeticException | NumberFormatException tooFine) {
            return false;
        }
    }

    Optional<Double> number(JsonParser parser, String field) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            return wrongType(parser, field, "must be a number");
        }
        return Optional.of(parser.getDoubleValue());
    }

    <E extends Enum<E> & Code> Optional<E> code(JsonParser parser, String field, Codes<E> codes) throws IOException {
        Optional<String> text = text(parser, field);
        Optional<E> constant = text.flatMap(codes::find);
        if (text.isPresent() && constant.isEmpty()) {
            violation(ErrorCode.UNKNOWN_VALUE, field, "must be one of " + codes.all());
        }
        return constant;
    }

    <E extends Enum<E> & Code> Set<E> codes(JsonParser parser, String field, Class<E> type, Codes<E> codes)
            throws IOException {
        Set<E> constants = EnumSet.noneOf(type);
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            wrongType(parser, field, "must be an array of codes");
            return constants;
        }
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            code(parser, field + "/" + i, codes).ifPresent(constants::add);
        }
        return constants;
    }

    private <T> Optional<T> wrongType(JsonParser parser, String field, String detail) throws IOException {
        parser.skipChildren();
        violation(ErrorCode.WRONG_TYPE, field, detail);
        return Optional.empty();
    }

    /** Whether the value is an object; if not, that is noted and the value skipped. */
    boolean isObject(JsonParser parser, String field) throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return true;
        }
        wrongType(parser, field, "must be an object");
        return false;
    }
}
