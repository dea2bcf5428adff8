package plumbline.analytics.policyfile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keys that a mapping has more than once, of which a tree keeps one alone. */
final class Duplicates {

    private Duplicates() {}

    static List<String> in(JsonParser parser) throws IOException {
        List<String> mistakes = new ArrayList<>();
        Deque<Set<String>> mappings = new ArrayDeque<>();
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                mappings.push(new HashSet<>());
            } else if (token == JsonToken.END_OBJECT) {
                mappings.pop();
            } else if (token == JsonToken.FIELD_NAME && !mappings.element().add(parser.currentName())) {
                mistakes.add(path(parser.getParsingContext().pathAsPointer()) + " is there more than once");
            }
        }
        return mistakes;
    }

    private static String path(JsonPointer pointer) {
        StringBuilder path = new StringBuilder();
        for (JsonPointer at = pointer; !at.matches(); at = at.tail()) {
            if (at.mayMatchElement()) {
                path.append('[').append(at.getMatchingIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(at.getMatchingProperty());
            }
        }
        return path.toString();
    }
}
