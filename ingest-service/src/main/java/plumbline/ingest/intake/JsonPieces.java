package plumbline.ingest.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import plumbline.contract.json.JsonFault;
import plumbline.ingest.intake.Envelope.Fault;
import plumbline.ingest.intake.Envelope.Opened;
import plumbline.ingest.intake.Envelope.Unreadable;

/**
 * Reads a long body of JSON while it arrives. It cuts the events out of their array, and leaves the shell around them, such as
 * {@code {"events":[]}}, to be read like a whole body, as well as any body in which it finds no such array.
 */
final class JsonPieces implements Unfolding {
    private static final byte[] EVENTS = "\"events\"".getBytes(StandardCharsets.US_ASCII);

    private enum Place {
        BEFORE,
        AMONG_EVENTS,
        AFTER
    }

    private final JsonBatch batch;
    private final Readings readings = new Readings();
    private final Piece shell = new Piece();
    private final Piece event = new Piece();
    private Place place = Place.BEFORE;
    private Shape shape = Shape.LIST;
    private boolean inString;
    private boolean escaped;
    private int depth;

    JsonPieces(JsonBatch batch) {
        this.batch = batch;
    }

    @Override
    public Optional<Unreadable> take(byte[] bytes, int offset, int length) {
        int start = offset;
        for (int i = offset; i < offset + length; i++) {
            if (place == Place.AFTER) {
                break;
            }
            if (place == Place.BEFORE) {
                shell.add(bytes[i]);
                start = i + 1;
                before(bytes[i]);
            } else if (isDelimiter(bytes[i])) {
                event.add(bytes, start, i - start);
                start = i + 1;
                Optional<Unreadable> fault = endEvent(bytes[i] != ',');
                if (fault.isPresent()) {
                    return fault;
                }
                if (bytes[i] != ',') {
                    shell.add(bytes[i]);
                    place = Place.AFTER;
                }
            }
        }
        (place == Place.AMONG_EVENTS ? event : shell).add(bytes, start, offset + length - start);
        return Optional.empty();
    }

    /** Looks for the beginning of the array of events: the body itself, or a field of the object that it is. */
    private void before(byte b) {
        int level = depth;
        follow(b);
        if (!inString && b == '[' && (level == 0 || (level == 1 && isNamedEvents()))) {
            if (level == 1 && !batch.isWrapper(shell.bytes(), shell.length())) {
                place = Place.AFTER;
                return;
            }
            boolean isFirst = Piece.isBlank(shell.bytes(), 0, shell.length() - 1);
            shape = level == 0 ? Shape.LIST : Shape.WRAPPED;
            place = level == 0 && !isFirst ? Place.AFTER : Place.AMONG_EVENTS;
            depth = 0;
        }
    }

    private boolean isNamedEvents() {
        byte[] bytes = shell.bytes();
        int end = shell.length() - 1;
        while (end > 0 && (bytes[end - 1] == ':' || Piece.isBlank(bytes, end - 1, end))) {
            end--;
        }
        int start = end - EVENTS.length;
        return start >= 0 && java.util.Arrays.equals(bytes, start, end, EVENTS, 0, EVENTS.length);
    }

    /** Whether the byte ends an event: a comma or a bracket that belongs to the array and not to an event. */
    private boolean isDelimiter(byte b) {
        boolean isOutside = depth == 0 && !inString;
        if (isOutside && (b == ',' || b == ']' || b == '}')) {
            return true;
        }
        follow(b);
        return false;
    }

    private void follow(byte b) {
        if (inString) {
            inString = escaped || b != '"';
            escaped = !escaped && b == '\\';
        } else if (b == '"') {
            inString = true;
        } else if (b == '[' || b == '{') {
            depth++;
        } else if (b == ']' || b == '}') {
            depth--;
        }
    }

    private Optional<Unreadable> endEvent(boolean isLast) {
        boolean isBlank = Piece.isBlank(event.bytes(), 0, event.length());
        if (isLast && isBlank && readings.size() == 0) {
            return Optional.empty();
        }
        if (readings.isFull()) {
            return Optional.of(JsonBody.tooMany());
        }
        try {
            readings.add(batch.element(event.bytes(), event.length()));
            event.clear();
            return Optional.empty();
        } catch (JsonProcessingException malformed) {
            String detail = "The body " + JsonFault.describe(malformed) + ", counted from where this event begins";
            return Optional.of(
                    new Unreadable(Fault.MALFORMED_BODY, detail, Optional.of(shape.pointer(readings.size(), ""))));
        }
    }

    @Override
    public int kept() {
        return shell.length() + event.length();
    }

    @Override
    public int events() {
        return readings.size();
    }

    @Override
    public Envelope end() {
        if (place == Place.AMONG_EVENTS) {
            return Unreadable.of(Fault.MALFORMED_BODY, "The body ends too early, among its events; was it cut short?");
        }
        Envelope around = batch.open(shell.bytes(), shell.length());
        if (readings.size() == 0) {
            return around;
        }
        if (!(around instanceof Unreadable unreadable) || unreadable.fault() == Fault.EMPTY_BATCH) {
            return new Opened(shape, readings.list());
        }
        return unreadable.fault() == Fault.MALFORMED_BODY
                ? Unreadable.of(Fault.MALFORMED_BODY, "The body is not JSON around its events; send one JSON value")
                : unreadable;
    }
}
