package plumbline.contract.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import plumbline.contract.check.ErrorCode;

/**
 * Reads native events from a stream of JSON tokens, in one pass and without a tree. Unknown fields are skipped; whatever else is
 * wrong is gathered, so that a client learns all of it at once.
 */
public final class EventReader {

    private EventReader() {}

    /**
     * Reads one event from a whole message, such as a Kafka record or a line.
     *
     * @return the event, or why it is none; malformed JSON is one of the reasons
     */
    public static Reading read(byte[] json, int offset, int length) {
        return read(json, offset, length, (name, parser) -> {});
    }

    /** Takes a field that is none of an event. */
    public interface Others {
        /** Takes the value that the parser stands on, or its beginning. */
        void take(String name, JsonParser parser) throws IOException;
    }

    /** Reads one event from a whole message, and shows the other fields of the object. */
    public static Reading read(byte[] json, Others others) {
        return read(json, 0, json.length, others);
    }

    private static Reading read(byte[] json, int offset, int length, Others others) {
        try (JsonParser parser = JsonLimits.FACTORY.createParser(json, offset, length)) {
            if (parser.nextToken() == null) {
                return Reading.Bad.of(ErrorCode.MALFORMED_JSON, "is empty; send one JSON object");
            }
            Reading reading = read(parser, others);
            return parser.nextToken() == null
                    ? reading
                    : Reading.Bad.of(
                            ErrorCode.MALFORMED_JSON, "has something after the object; send one object a line");
        } catch (JsonProcessingException malformed) {
            return Reading.Bad.of(ErrorCode.MALFORMED_JSON, JsonFault.describe(malformed));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }

    /** Reads one event from a whole message. */
    public static Reading read(byte[] json) {
        return read(json, 0, json.length);
    }

    /**
     * Reads one event from a parser that stands on the first token of a value, and leaves it on the last.
     *
     * @throws JsonProcessingException if the JSON itself is malformed
     */
    public static Reading read(JsonParser parser) throws IOException {
        return read(parser, (name, value) -> {});
    }

    private static Reading read(JsonParser parser, Others others) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return Reading.Bad.of(ErrorCode.NOT_AN_OBJECT, "must be a JSON object with a type");
        }
        EventDraft draft = new EventDraft();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (!draft.take(name, parser)) {
                others.take(name, parser);
                parser.skipChildren();
            }
        }
        return draft.finish();
    }
}
