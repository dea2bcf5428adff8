package plumbline.contract.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import plumbline.contract.check.ErrorCode;

/**
 * Reads entries of the directory. Unknown fields are skipped, as in events; whatever else is wrong is gathered, so that a client
 * learns all of it at once. {@link Json#write} is the way back.
 */
public final class ProfileReader {
    /** The type of an entry in a file of native events. */
    public static final String TYPE = "patient";

    private ProfileReader() {}

    /** Whether a line of a file is an entry and not an event, by its {@code type}; not whether it is a good one. */
    public static boolean isEntry(byte[] line) {
        try (JsonParser parser = JsonLimits.FACTORY.createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("type")) {
                    return parser.getText().equals(TYPE);
                }
                parser.skipChildren();
            }
            return false;
        } catch (IOException malformed) {
            // Whoever reads it as an event says what is wrong with it.
            return false;
        }
    }

    /** Reads an entry that says whose it is, such as a Kafka record or a line of a file. */
    public static ProfileReading read(byte[] json) {
        return read(json, json.length, Optional.empty());
    }

    /**
     * Reads an entry whose patient is known. It may name its id too, but no other.
     *
     * @param length how many of the bytes count
     */
    public static ProfileReading read(byte[] json, int length, String id) {
        return read(json, length, Optional.of(id));
    }

    private static ProfileReading read(byte[] json, int length, Optional<String> id) {
        try (JsonParser parser = JsonLimits.FACTORY.createParser(json, 0, length)) {
            if (parser.nextToken() == null) {
                return ProfileReading.Bad.of(ErrorCode.MALFORMED_JSON, "is empty; send one JSON object");
            }
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                return ProfileReading.Bad.of(ErrorCode.NOT_AN_OBJECT, "must be a JSON object");
            }
            ProfileDraft draft = new ProfileDraft(id);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                draft.take(name, parser);
            }
            return parser.nextToken() == null
                    ? draft.finish()
                    : ProfileReading.Bad.of(ErrorCode.MALFORMED_JSON, "has something after the object");
        } catch (JsonProcessingException malformed) {
            return ProfileReading.Bad.of(ErrorCode.MALFORMED_JSON, JsonFault.describe(malformed));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }
}
