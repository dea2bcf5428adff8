package plumbline.benchmarks.detect;

import java.time.Instant;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import plumbline.analytics.fold.Arrival;
import plumbline.analytics.fold.MemoryChart;
import plumbline.analytics.fold.Outcome;
import plumbline.analytics.fold.PatientFold;
import plumbline.analytics.history.Retention;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.contract.event.Event;

/** A patient of whom 60 days are known, and the days that follow, one event at a time. */
@State(Scope.Thread)
public class Folded {
    static final int KNOWN_DAYS = 60;
    private static final int NEXT_DAYS = 60;

    private final PatientFold fold = new PatientFold(PolicyFile.standard(), Retention.LIVE);
    private List<Event> next = List.of();
    private MemoryChart chart = new MemoryChart();
    private int position;

    @Setup(Level.Iteration)
    public void setUp() {
        ReferencePatient patient = new ReferencePatient("p-1", 1);
        chart = new MemoryChart();
        patient.days(0, KNOWN_DAYS).forEach(this::accept);
        next = patient.days(KNOWN_DAYS, NEXT_DAYS);
        position = 0;
    }

    MemoryChart chart() {
        return chart;
    }

    /** Folds the next event; after the last day the patient begins anew. */
    Outcome next() {
        if (position == next.size()) {
            setUp();
        }
        return accept(next.get(position++));
    }

    private Outcome accept(Event event) {
        Instant acceptedAt = event.end().toInstant();
        return fold.accept(event, new Arrival.Live(acceptedAt), chart);
    }
}
