package plumbline.ingest.intake;

import java.util.ArrayList;
import java.util.List;
import plumbline.contract.check.Checks;
import plumbline.contract.json.Reading;

/** The events of one body as they are read; of the bad ones, no more is kept than an answer repeats. */
final class Readings {
    private static final int MOST_VIOLATIONS = 16;

    private final List<Reading> all = new ArrayList<>();

    int size() {
        return all.size();
    }

    boolean isFull() {
        return all.size() == Envelope.MOST_EVENTS;
    }

    void add(Reading reading) {
        if (reading instanceof Reading.Bad bad) {
            int most = Math.min(MOST_VIOLATIONS, bad.violations().size());
            all.add(new Reading.Bad(
                    Checks.isId(bad.id()) ? bad.id() : "", bad.violations().subList(0, most)));
        } else {
            all.add(reading);
        }
    }

    List<Reading> list() {
        return all;
    }
}
