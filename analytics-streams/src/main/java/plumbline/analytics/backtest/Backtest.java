package plumbline.analytics.backtest;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;
import plumbline.analytics.fold.Arrival;
import plumbline.analytics.fold.Outcome;
import plumbline.analytics.policy.Policy;
import plumbline.contract.event.Event;
import plumbline.contract.finding.Finding;
import plumbline.contract.patient.PatientProfile;

/**
 * The rules over a file of events, in file order. The findings that are open at the end are the same for every order of the lines.
 * A line that says when it was received moves the wall clock on, and what silence ends ends then; without, the end of the file does.
 */
public final class Backtest {
    private final FileFold fold;
    private final Consumer<Finding> findings;
    private final ObjLongConsumer<String> rejections;
    private final Map<String, FileChart> charts = new TreeMap<>();
    private final Map<String, Due> dues = new HashMap<>();
    private final TreeSet<Due> queue =
            new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::patient));
    private Instant newest = Instant.MIN;
    private long lines;

    private record Due(Instant at, String patient) {}

    /**
     * A run that has read nothing yet.
     *
     * @param findings takes each change, in order
     * @param rejections takes the reason and the number of each line that was not taken, the first being 1
     */
    public Backtest(Policy policy, Consumer<Finding> findings, ObjLongConsumer<String> rejections) {
        this.fold = new FileFold(policy);
        this.findings = findings;
        this.rejections = rejections;
    }

    /**
     * Runs over a whole file.
     *
     * @param asOf for when to state the findings at the end; the newest time of the file where absent or earlier
     */
    public void run(Stream<String> file, Optional<Instant> asOf) {
        file.forEachOrdered(this::line);
        finish(asOf);
    }

    /**
     * Takes the next line: a native event or the directory's entry of a patient as JSON, which may carry {@code receivedAt}; an
     * empty line is passed over.
     */
    public void line(String text) {
        lines++;
        if (text.isBlank()) {
            return;
        }
        Line line = Line.read(text);
        if (line instanceof Line.Broken broken) {
            rejections.accept(broken.reason(), lines);
        } else if (line instanceof Line.Of of) {
            take(of.event(), of.receivedAt());
        } else if (line instanceof Line.OfPatient of) {
            take(of.profile(), of.receivedAt());
        }
    }

    /** Takes what the directory says of a patient from now on. */
    public void take(PatientProfile profile, Optional<Instant> receivedAt) {
        receivedAt.ifPresent(this::wakeUntil);
        FileChart chart = chart(profile.id());
        Instant settled = receivedAt
                .<Arrival>map(Arrival.Recorded::new)
                .orElseGet(Arrival.Undated::new)
                .settled();
        tell(profile.id(), chart, fold.know(profile, settled, chart));
    }

    /** Takes the next event. */
    public void take(Event event, Optional<Instant> receivedAt) {
        receivedAt.ifPresent(this::wakeUntil);
        Arrival arrival = receivedAt.<Arrival>map(Arrival.Recorded::new).orElseGet(Arrival.Undated::new);
        FileChart chart = chart(event.patient());
        Outcome outcome = fold.accept(event, arrival, chart);
        if (outcome instanceof Outcome.Quarantined quarantined) {
            rejections.accept(quarantined.reason().code(), lines);
            return;
        }
        tell(event.patient(), chart, ((Outcome.Merged) outcome).findings());
        newest = max(newest, receivedAt.orElse(event.end().toInstant()));
    }

    /** Ends the run: what was due until then, and then every open finding as of the end. */
    public void finish(Optional<Instant> asOf) {
        if (newest.equals(Instant.MIN)) {
            return;
        }
        Instant end = asOf.map(time -> max(time, newest)).orElse(newest);
        charts.forEach((patient, chart) -> {
            if (chart.newestDay().isPresent()) {
                fold.finish(patient, end, chart).forEach(findings);
            }
        });
    }

    /** Lets time pass without an event: what silence brings about until then is told. */
    public void wakeUntil(Instant now) {
        while (!queue.isEmpty() && !queue.first().at().isAfter(now)) {
            Due due = queue.first();
            FileChart chart = chart(due.patient());
            queue.remove(due);
            dues.remove(due.patient());
            tell(due.patient(), chart, fold.wake(due.patient(), due.at(), chart));
        }
    }

    private FileChart chart(String patient) {
        return charts.computeIfAbsent(patient, any -> new FileChart());
    }

    private void tell(String patient, FileChart chart, List<Finding> changes) {
        changes.forEach(findings);
        Optional<Due> due = chart.register().due().map(at -> new Due(at, patient));
        Due before = dues.get(patient);
        if (before != null && !due.equals(Optional.of(before))) {
            queue.remove(before);
            dues.remove(patient);
        }
        due.ifPresent(next -> {
            dues.put(patient, next);
            queue.add(next);
        });
    }

    private static Instant max(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
