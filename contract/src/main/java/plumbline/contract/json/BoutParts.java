package plumbline.contract.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.event.Exercise;
import plumbline.contract.event.Lift;
import plumbline.contract.event.Load;
import plumbline.contract.event.SidedLoad;
import plumbline.contract.event.WalkingAsymmetry;
import plumbline.contract.vocabulary.Codes;
import plumbline.contract.vocabulary.Measure;

/** Reads the objects inside a bout. */
final class BoutParts {
    private static final Codes<Measure> MEASURES = Codes.of(Measure.class);

    private BoutParts() {}

    static Optional<Load> load(JsonParser parser, FieldReader fields) throws IOException {
        if (!fields.isObject(parser, "load")) {
            return Optional.empty();
        }
        Map<String, Double> numbers = new HashMap<>();
        Optional<Measure> measure = Optional.empty();
        boolean named = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "measure" -> {
                    named = true;
                    measure = fields.code(parser, "load/measure", MEASURES);
                }
                case "left", "right", "percent" -> number(parser, fields, "load", name, numbers);
                default -> parser.skipChildren();
            }
        }
        if (!named) {
            fields.violation(ErrorCode.MISSING_FIELD, "load/measure", "is required: " + MEASURES.all());
        }
        return measure.flatMap(m -> m.isSided() ? sided(m, numbers, fields) : unsigned(numbers, fields));
    }

    private static Optional<Load> sided(Measure measure, Map<String, Double> numbers, FieldReader fields) {
        Double left = numbers.get("left");
        Double right = numbers.get("right");
        if (left == null || right == null) {
            fields.violation(
                    ErrorCode.LOAD_INCOMPLETE, "load", "must have left and right, in the same unit, for this measure");
            return Optional.empty();
        }
        return Optional.of(new SidedLoad(measure, left, right));
    }

    private static Optional<Load> unsigned(Map<String, Double> numbers, FieldReader fields) {
        Double percent = numbers.get("percent");
        if (percent == null) {
            fields.violation(ErrorCode.LOAD_INCOMPLETE, "load", "must have percent for walking-asymmetry");
            return Optional.empty();
        }
        return Optional.of(new WalkingAsymmetry(percent));
    }

    static Optional<Lift> lift(JsonParser parser, FieldReader fields) throws IOException {
        if (!fields.isObject(parser, "lift")) {
            return Optional.empty();
        }
        Map<String, Double> numbers = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "massKg", "horizontalCm", "verticalCm", "travelCm", "asymmetryDeg", "perMinute" ->
                    number(parser, fields, "lift", name, numbers);
                default -> parser.skipChildren();
            }
        }
        boolean complete = true;
        for (String name : new String[] {"massKg", "horizontalCm", "verticalCm", "travelCm"}) {
            if (!numbers.containsKey(name)) {
                fields.violation(ErrorCode.MISSING_FIELD, "lift/" + name, "is required");
                complete = false;
            }
        }
        return complete
                ? Optional.of(new Lift(
                        numbers.getOrDefault("massKg", 0.0),
                        numbers.getOrDefault("horizontalCm", 0.0),
                        numbers.getOrDefault("verticalCm", 0.0),
                        numbers.getOrDefault("travelCm", 0.0),
                        numbers.getOrDefault("asymmetryDeg", 0.0),
                        numbers.getOrDefault("perMinute", 0.0)))
                : Optional.empty();
    }

    static Optional<Exercise> exercise(JsonParser parser, FieldReader fields) throws IOException {
        if (!fields.isObject(parser, "exercise")) {
            return Optional.empty();
        }
        Optional<String> exercise = Optional.empty();
        boolean completed = false;
        boolean named = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "name" -> {
                    named = true;
                    exercise = fields.text(parser, "exercise/name");
                }
                case "completed" -> completed = fields.flag(parser, "exercise/completed", false);
                default -> parser.skipChildren();
            }
        }
        if (!named) {
            fields.violation(ErrorCode.MISSING_FIELD, "exercise/name", "is required");
        }
        boolean done = completed;
        return exercise.map(text -> new Exercise(text, done));
    }

    private static void number(
            JsonParser parser, FieldReader fields, String object, String name, Map<String, Double> numbers)
            throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        fields.number(parser, object + "/" + name).ifPresent(value -> numbers.put(name, value));
    }
}
