package plumbline.dialects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plumbline.contract.event.Event;
import plumbline.contract.json.Reading;

/** A harvest that keeps all of it. */
public final class Gathered implements Harvest {
    public final List<Reading> readings = new ArrayList<>();
    public final Map<String, Integer> skipped = new TreeMap<>();

    @Override
    public void reading(String place, Reading reading) {
        readings.add(reading);
    }

    @Override
    public void skipped(String kind, String reason) {
        skipped.merge(kind, 1, Integer::sum);
    }

    public List<Event> events() {
        return readings.stream()
                .filter(Reading.Good.class::isInstance)
                .map(reading -> ((Reading.Good) reading).event())
                .toList();
    }

    /** What is wrong, as {@code code field}, one for each violation. */
    public List<String> faults() {
        return faults(readings);
    }

    public static List<String> faults(List<Reading> readings) {
        return readings.stream()
                .filter(Reading.Bad.class::isInstance)
                .flatMap(reading -> ((Reading.Bad) reading).violations().stream())
                .map(violation -> (violation.code().code() + " " + violation.field()).strip())
                .toList();
    }
}
