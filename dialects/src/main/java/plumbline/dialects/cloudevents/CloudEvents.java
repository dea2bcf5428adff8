package plumbline.dialects.cloudevents;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.json.EventReader;
import plumbline.contract.json.JsonFault;
import plumbline.contract.json.JsonLimits;
import plumbline.contract.json.Reading;
import plumbline.dialects.Decoded;

/**
 * Reads CloudEvents 1.0.2. The data is a complete native event and says itself what it is, so any {@code type} is taken; one that
 * begins with {@code plumbline.} is a claim about the data and must be true.
 */
public final class CloudEvents {
    public static final String STRUCTURED = "application/cloudevents+json";
    public static final String BATCHED = "application/cloudevents-batch+json";

    /** What the names of the headers begin with that make a request binary. */
    public static final String HEADER = "ce-";

    /** Stands between the values of a header that came more than once; no header itself can hold it. */
    public static final char TWICE = '\n';

    private CloudEvents() {}

    /** Reads one event in structured mode from the first bytes of an array. */
    public static Decoded structured(byte[] body, int length) {
        return read(body, length, parser -> new Decoded.Items(List.of(StructuredEvent.read(parser))));
    }

    /** Reads the element of a batch that the parser stands on, and leaves the parser on its last token. */
    public static Reading element(JsonParser parser) throws IOException {
        return StructuredEvent.read(parser);
    }

    /** Reads a batch, which may be empty. */
    public static Decoded batched(byte[] body, int length) {
        return read(body, length, CloudEvents::list);
    }

    /**
     * Reads one event in binary mode.
     *
     * @param headers by their lower-case names; those that do not begin with {@code ce-} count for nothing
     * @param contentType what the body is, as the request says it
     */
    public static Decoded binary(Map<String, String> headers, Optional<String> contentType, byte[] body, int length) {
        Attributes attributes = Attributes.ofHeaders();
        headers.forEach((name, value) -> {
            if (name.startsWith(HEADER)) {
                attributes.header(name.substring(HEADER.length()), value);
            }
        });
        contentType.ifPresent(attributes::contentType);
        Optional<Reading> data = length == 0 ? Optional.empty() : Optional.of(EventReader.read(body, 0, length));
        return new Decoded.Items(List.of(attributes.judge(data, "")));
    }

    private interface Document {
        Decoded read(JsonParser parser) throws IOException;
    }

    private static Decoded read(byte[] body, int length, Document document) {
        try (JsonParser parser = JsonLimits.FACTORY.createParser(body, 0, length)) {
            if (parser.nextToken() == null) {
                return new Decoded.Unreadable(Decoded.Why.EMPTY, "is empty");
            }
            Decoded decoded = document.read(parser);
            return decoded instanceof Decoded.Items && parser.nextToken() != null
                    ? new Decoded.Unreadable("has something after its end; send several events as " + BATCHED)
                    : decoded;
        } catch (JsonProcessingException malformed) {
            return new Decoded.Unreadable(JsonFault.describe(malformed));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }

    private static Decoded list(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return new Decoded.Unreadable(Decoded.Why.OTHER_KIND, "is not an array; send one event as " + STRUCTURED);
        }
        List<Reading> readings = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (readings.size() == Decoded.MOST_ITEMS) {
                return new Decoded.TooMany();
            }
            readings.add(element(parser));
        }
        return new Decoded.Items(readings);
    }
}
