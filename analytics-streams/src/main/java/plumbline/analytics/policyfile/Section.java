package plumbline.analytics.policyfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.contract.vocabulary.Code;
import plumbline.contract.vocabulary.Codes;

/**
 * One mapping of the file. Whatever is missing, unknown or out of range goes to the list of mistakes, and reading goes on. A
 * mapping that is missing is one mistake, whatever it should have held.
 */
final class Section {
    private final String path;
    private final JsonNode node;
    private final List<String> mistakes;
    private final Set<String> asked = new HashSet<>();

    Section(String path, JsonNode node, List<String> mistakes) {
        this.path = path;
        this.node = node;
        this.mistakes = node.isObject() ? mistakes : new ArrayList<>();
        if (!node.isObject()) {
            mistakes.add((path.isEmpty() ? "the file" : path) + " must be a mapping");
        }
    }

    Section section(String key) {
        return new Section(path(key), value(key), mistakes);
    }

    /** The sections of a list. */
    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (JsonNode each : list(key)) {
            sections.add(new Section(path(key) + "[" + sections.size() + "]", each, mistakes));
        }
        return sections;
    }

    String text(String key) {
        JsonNode value = value(key);
        if (!value.isTextual() || value.asText().isBlank()) {
            mistakes.add(path(key) + " must be text; put numbers in quotes");
        }
        return value.asText("");
    }

    int whole(String key, int least, int most) {
        JsonNode value = value(key);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < least || value.asLong() > most) {
            mistakes.add(path(key) + " must be a whole number from " + least + " to " + most);
            return least;
        }
        return value.asInt();
    }

    OptionalInt wholeIfPresent(String key, int least, int most) {
        asked.add(key);
        return node.has(key) ? OptionalInt.of(whole(key, least, most)) : OptionalInt.empty();
    }

    /** A number above 0. */
    double number(String key, double most) {
        JsonNode value = value(key);
        if (!value.isNumber() || !(value.asDouble() > 0) || value.asDouble() > most) {
            mistakes.add(path(key) + " must be a number above 0, at most " + most);
            return most;
        }
        return value.asDouble();
    }

    /** True unless the file says false. */
    boolean flag(String key) {
        JsonNode value = value(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            mistakes.add(path(key) + " must be true or false");
        }
        return value.asBoolean(true);
    }

    /** True only if the file says so. */
    boolean flagIfPresent(String key) {
        asked.add(key);
        return node.has(key) && flag(key);
    }

    /** A single code. */
    <E extends Enum<E> & Code> E code(String key, Class<E> type, E instead) {
        Codes<E> codes = Codes.of(type);
        return codes.find(value(key).asText("")).orElseGet(() -> {
            mistakes.add(path(key) + " must be one of " + codes.all());
            return instead;
        });
    }

    /** The codes of a list, which may be absent where it is optional. */
    <E extends Enum<E> & Code> Set<E> codes(String key, Class<E> type, boolean required) {
        Codes<E> codes = Codes.of(type);
        EnumSet<E> found = EnumSet.noneOf(type);
        for (JsonNode each : list(key)) {
            codes.find(each.asText())
                    .ifPresentOrElse(
                            found::add, () -> mistakes.add(path(key) + " has the unknown code " + each.asText()));
        }
        if (required && found.isEmpty()) {
            mistakes.add(path(key) + " must list at least one of " + codes.all());
        }
        return found;
    }

    /** The keys, in the file's order, for a mapping that is a table. */
    List<String> keys() {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    void mistake(String key, String text) {
        asked.add(key);
        mistakes.add(path(key) + " " + text);
    }

    /** Notes every key that nobody asked for: most likely a misspelt one. */
    void end() {
        for (String key : keys()) {
            if (!asked.contains(key)) {
                mistakes.add(path(key) + " is unknown");
            }
        }
    }

    private JsonNode list(String key) {
        JsonNode value = value(key);
        if (!value.isMissingNode() && !value.isArray()) {
            mistakes.add(path(key) + " must be a list");
        }
        return value.isArray() ? value : MissingNode.getInstance();
    }

    private JsonNode value(String key) {
        asked.add(key);
        return node.path(key);
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
