package plumbline.analytics;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plumbline.analytics.fold.Arrival;
import plumbline.analytics.fold.MemoryChart;
import plumbline.analytics.fold.Outcome;
import plumbline.analytics.fold.PatientFold;
import plumbline.analytics.history.Retention;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.contract.event.Event;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;

/** Folds the events of one patient and remembers what was told. */
public final class Ward {
    private final PatientFold fold;
    private final MemoryChart chart = new MemoryChart();
    private final List<Finding> told = new ArrayList<>();

    private Ward(Retention retention) {
        fold = new PatientFold(PolicyFile.standard(), retention);
    }

    /** A ward that takes any event at any time. */
    public static Ward ofAFile() {
        return new Ward(Retention.UNBOUNDED);
    }

    /** A ward of a running service. */
    public static Ward live() {
        return new Ward(Retention.LIVE);
    }

    public Ward take(Diary diary) {
        return take(diary.events());
    }

    public Ward take(Collection<Event> events) {
        events.forEach(event -> take(event, new Arrival.Undated()));
        return this;
    }

    /** Accepts each event when it ends, by a clock that may run late. */
    public Ward takeLive(Collection<Event> events) {
        events.forEach(event -> take(event, new Arrival.Live(event.end().toInstant())));
        return this;
    }

    public Outcome take(Event event, Arrival arrival) {
        Outcome outcome = fold.accept(event, arrival, chart);
        if (outcome instanceof Outcome.Merged merged) {
            told.addAll(merged.findings());
        }
        return outcome;
    }

    public Ward wake(int day) {
        return wakeAt(Diary.at(day, 12, 0));
    }

    public Ward wakeAt(OffsetDateTime time) {
        told.addAll(fold.wake(Diary.PATIENT, time.toInstant(), chart));
        return this;
    }

    public Ward finish(Instant asOf) {
        told.addAll(fold.finish(Diary.PATIENT, asOf, chart));
        return this;
    }

    public MemoryChart chart() {
        return chart;
    }

    /** Everything that was told, in order. */
    public List<Finding> told() {
        return told;
    }

    public List<Finding> told(FindingKind kind) {
        return told.stream().filter(finding -> finding.kind() == kind).toList();
    }

    /** The changes that were told about a kind. */
    public List<Change> changes(FindingKind kind) {
        return told(kind).stream().map(Finding::change).toList();
    }

    /** The last word on each finding that is open, without its id. */
    public List<Finding> open() {
        return open(told);
    }

    /** The last word on each finding that is open after all that was told, without its id. */
    public static List<Finding> open(List<Finding> told) {
        Map<String, Finding> last = new LinkedHashMap<>();
        told.forEach(finding -> last.put(finding.id(), finding));
        return last.values().stream()
                .filter(finding -> finding.change().isOpen())
                .map(Ward::nameless)
                .sorted(Comparator.comparing(Finding::kind)
                        .thenComparing(f -> f.site().toString())
                        .thenComparing(Finding::side))
                .toList();
    }

    private static Finding nameless(Finding f) {
        return new Finding(
                "",
                f.patient(),
                f.kind(),
                Change.OPENED,
                f.severity(),
                f.stage(),
                f.site(),
                f.side(),
                f.since(),
                f.newestDay(),
                f.asOf(),
                f.policy(),
                f.summary(),
                f.pattern(),
                f.loadedSide(),
                f.measure(),
                f.evidence());
    }
}
