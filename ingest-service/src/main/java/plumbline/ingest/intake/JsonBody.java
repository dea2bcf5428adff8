package plumbline.ingest.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import plumbline.contract.json.EventReader;
import plumbline.contract.json.JsonFault;
import plumbline.contract.json.JsonLimits;
import plumbline.ingest.intake.Envelope.Fault;
import plumbline.ingest.intake.Envelope.Opened;
import plumbline.ingest.intake.Envelope.Unreadable;

/** Reads a JSON body: one event, an array of events, or an object with the array {@code events}. */
final class JsonBody {
    private static final String EVENTS = "events";
    private static final String EXPECTED = "Send one event, an array of events or {\"events\":[...]}";

    private JsonBody() {}

    static Envelope open(byte[] body, int length) {
        try (JsonParser parser = JsonLimits.FACTORY.createParser(body, 0, length)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return Unreadable.of(Fault.EMPTY_BODY, "The body is empty. " + EXPECTED);
            }
            Envelope envelope = switch (first) {
                case START_ARRAY -> list(parser, Shape.LIST);
                case START_OBJECT -> isWrapper(body, length) ? unwrap(parser) : single(parser);
                default -> Unreadable.of(Fault.NOT_EVENTS, "The body holds no event. " + EXPECTED);
            };
            if (!(envelope instanceof Opened opened)) {
                return envelope;
            }
            if (parser.nextToken() != null) {
                return Unreadable.of(
                        Fault.MALFORMED_BODY,
                        "The body has something after its end; send one JSON value, or lines as "
                                + BodyFormat.LINES.mediaType());
            }
            return opened.readings().isEmpty()
                    ? Unreadable.of(Fault.EMPTY_BATCH, "The batch holds no event; send at least one")
                    : opened;
        } catch (JsonProcessingException malformed) {
            return Unreadable.of(Fault.MALFORMED_BODY, "The body " + JsonFault.describe(malformed));
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory", impossible);
        }
    }

    /**
     * Whether an object wraps events: of its fields {@code type} and {@code events}, the one that comes first decides, so that
     * neither a batch nor an event has to be read twice.
     */
    static boolean isWrapper(byte[] body, int length) {
        try (JsonParser names = JsonLimits.FACTORY.createParser(body, 0, length)) {
            names.nextToken();
            while (names.nextToken() == JsonToken.FIELD_NAME) {
                String name = names.currentName();
                if (name.equals(EVENTS) || name.equals("type")) {
                    return name.equals(EVENTS);
                }
                names.nextToken();
                names.skipChildren();
            }
            return false;
        } catch (IOException malformed) {
            // Whoever reads on meets the same fault, and tells it.
            return false;
        }
    }

    private static Envelope single(JsonParser parser) throws IOException {
        return new Opened(Shape.SINGLE, List.of(EventReader.read(parser)));
    }

    private static Envelope unwrap(JsonParser parser) throws IOException {
        Optional<Envelope> events = Optional.empty();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean named = parser.currentName().equals(EVENTS);
            JsonToken value = parser.nextToken();
            if (!named) {
                parser.skipChildren();
                continue;
            }
            if (events.isPresent()) {
                return wrong("is there twice; send one array");
            }
            if (value != JsonToken.START_ARRAY) {
                return wrong("must be an array of events");
            }
            Envelope list = list(parser, Shape.WRAPPED);
            if (list instanceof Unreadable) {
                return list;
            }
            events = Optional.of(list);
        }
        return events.orElseThrow();
    }

    private static Unreadable wrong(String detail) {
        return new Unreadable(Fault.NOT_EVENTS, "The field events " + detail, Optional.of("/" + EVENTS));
    }

    private static Envelope list(JsonParser parser, Shape shape) throws IOException {
        Readings readings = new Readings();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (readings.isFull()) {
                return tooMany();
            }
            readings.add(EventReader.read(parser));
        }
        return new Opened(shape, readings.list());
    }

    static Unreadable tooMany() {
        return Unreadable.of(
                Fault.TOO_MANY_EVENTS,
                "The batch holds more than " + Envelope.MOST_EVENTS + " events; send it in smaller parts");
    }
}
