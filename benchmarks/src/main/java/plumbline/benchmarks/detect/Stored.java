package plumbline.benchmarks.detect;

import java.time.LocalDate;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import plumbline.analytics.codec.DayCodec;
import plumbline.analytics.codec.HistoryCodec;
import plumbline.analytics.codec.LedgerCodec;
import plumbline.analytics.codec.RegisterCodec;
import plumbline.analytics.fold.MemoryChart;
import plumbline.analytics.timeline.DayRecord;
import plumbline.contract.event.Event;
import plumbline.contract.json.EventWriter;

/** The state of the reference patient as it is stored. */
@State(Scope.Thread)
public class Stored {
    private final MemoryChart chart;
    private final Event event;
    private final byte[] json;
    private final LocalDate date;
    private final byte[] day;
    private final byte[] history;
    private final byte[] ledger;

    public Stored() {
        Folded folded = new Folded();
        folded.setUp();
        chart = folded.chart();
        event = new ReferencePatient("p-1", 2).days(0, 1).get(1);
        json = EventWriter.write(event);
        date = chart.newestDay().orElseThrow();
        day = DayCodec.encode(chart.day(date));
        history = HistoryCodec.encode(chart.history().orElseThrow());
        ledger = LedgerCodec.encode(chart.ledger());
    }

    Event event() {
        return event;
    }

    byte[] json() {
        return json;
    }

    LocalDate date() {
        return date;
    }

    byte[] day() {
        return day;
    }

    DayRecord dayRecord() {
        return chart.day(date);
    }

    byte[] history() {
        return history;
    }

    byte[] ledger() {
        return ledger;
    }

    /** Everything that is stored of the patient, in bytes. */
    long patientBytes() {
        long days = chart.days().entrySet().stream()
                .mapToLong(entry -> DayCodec.encode(entry.getValue()).length)
                .sum();
        return days + history.length + ledger.length + RegisterCodec.encode(chart.register()).length;
    }

    /** What an ordinary event writes at most: the record of a whole day. */
    int dayBytes() {
        return DayCodec.encode(chart.day(date.minusDays(1))).length;
    }
}
