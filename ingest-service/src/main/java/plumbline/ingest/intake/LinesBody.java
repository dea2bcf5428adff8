package plumbline.ingest.intake;

import java.util.Optional;
import plumbline.contract.json.EventReader;
import plumbline.ingest.intake.Envelope.Fault;
import plumbline.ingest.intake.Envelope.Opened;
import plumbline.ingest.intake.Envelope.Unreadable;

/** Reads a body of lines with one event each. A broken line is that event's error; blank lines are nothing and are not counted. */
final class LinesBody implements Unfolding {
    private final Readings readings = new Readings();
    private final Piece begun = new Piece();

    static Envelope open(byte[] body, int length) {
        LinesBody lines = new LinesBody();
        return lines.take(body, 0, length).map(Envelope.class::cast).orElseGet(lines::end);
    }

    @Override
    public Optional<Unreadable> take(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int start = offset;
        for (int i = offset; i < end; i++) {
            if (bytes[i] == '\n') {
                if (!line(bytes, start, i)) {
                    return Optional.of(JsonBody.tooMany());
                }
                start = i + 1;
            }
        }
        begun.add(bytes, start, end - start);
        return Optional.empty();
    }

    /** Reads the line that ends here, unless there are too many. */
    private boolean line(byte[] bytes, int start, int end) {
        if (begun.length() == 0) {
            return event(bytes, start, end);
        }
        begun.add(bytes, start, end - start);
        boolean taken = event(begun.bytes(), 0, begun.length());
        begun.clear();
        return taken;
    }

    private boolean event(byte[] bytes, int start, int end) {
        if (Piece.isBlank(bytes, start, end)) {
            return true;
        }
        if (readings.isFull()) {
            return false;
        }
        readings.add(EventReader.read(bytes, start, end - start));
        return true;
    }

    @Override
    public int kept() {
        return begun.length();
    }

    @Override
    public int events() {
        return readings.size();
    }

    @Override
    public Envelope end() {
        if (!event(begun.bytes(), 0, begun.length())) {
            return JsonBody.tooMany();
        }
        return readings.size() == 0
                ? Unreadable.of(Fault.EMPTY_BODY, "The body has no line that is not blank; send one event a line")
                : new Opened(Shape.LIST, readings.list());
    }
}
