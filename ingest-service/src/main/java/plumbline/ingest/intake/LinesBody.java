package plumbline.ingest.intake;

import java.util.ArrayList;
import java.util.List;
import plumbline.contract.json.EventReader;
import plumbline.contract.json.Reading;
import plumbline.ingest.intake.Envelope.Fault;
import plumbline.ingest.intake.Envelope.Opened;
import plumbline.ingest.intake.Envelope.Unreadable;

/** Reads a body of lines with one event each. A broken line is that event's error; blank lines are nothing and are not counted. */
final class LinesBody {

    private LinesBody() {}

    static Envelope open(byte[] body, int length) {
        List<Reading> readings = new ArrayList<>();
        int start = 0;
        while (start < length) {
            int end = start;
            while (end < length && body[end] != '\n') {
                end++;
            }
            if (!isBlank(body, start, end)) {
                if (readings.size() == Envelope.MOST_EVENTS) {
                    return JsonBody.tooMany();
                }
                readings.add(EventReader.read(body, start, end - start));
            }
            start = end + 1;
        }
        return readings.isEmpty()
                ? Unreadable.of(Fault.EMPTY_BODY, "The body has no line that is not blank; send one event a line")
                : new Opened(Shape.LIST, readings);
    }

    private static boolean isBlank(byte[] body, int start, int end) {
        for (int i = start; i < end; i++) {
            if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
                return false;
            }
        }
        return true;
    }
}
