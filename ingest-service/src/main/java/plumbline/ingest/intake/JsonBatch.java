package plumbline.ingest.intake;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import plumbline.contract.json.EventReader;
import plumbline.contract.json.JsonLimits;
import plumbline.contract.json.Reading;
import plumbline.dialects.cloudevents.CloudEvents;

/** The kinds of events that come as an array of JSON. */
enum JsonBatch {
    /** Native events, whose array may be the field {@code events} of an object too. */
    EVENTS {
        @Override
        Envelope open(byte[] body, int length) {
            return BodyFormat.JSON.open(body, length);
        }

        @Override
        boolean isWrapper(byte[] body, int length) {
            return JsonBody.isWrapper(body, length);
        }

        @Override
        Reading element(JsonParser parser) throws IOException {
            return EventReader.read(parser);
        }
    },
    CLOUD_EVENTS {
        @Override
        Envelope open(byte[] body, int length) {
            return BodyFormat.CLOUD_EVENTS.open(body, length);
        }

        @Override
        boolean isWrapper(byte[] body, int length) {
            return false;
        }

        @Override
        Reading element(JsonParser parser) throws IOException {
            return CloudEvents.element(parser);
        }
    };

    /** Reads a body as a whole. */
    abstract Envelope open(byte[] body, int length);

    /** Whether the object that begins like this has the array as a field. */
    abstract boolean isWrapper(byte[] body, int length);

    /** Reads the element that the parser stands on, and leaves the parser on its last token. */
    abstract Reading element(JsonParser parser) throws IOException;

    /**
     * Reads one element of the array.
     *
     * @throws JsonProcessingException if it is not exactly one JSON value
     */
    Reading element(byte[] json, int length) throws JsonProcessingException {
        try (JsonParser parser = JsonLimits.FACTORY.createParser(json, 0, length)) {
            if (parser.nextToken() == null) {
                throw new JsonParseException(parser, "no value");
            }
            Reading reading = element(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one value");
            }
            return reading;
        } catch (JsonProcessingException malformed) {
            throw malformed;
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }
}
