package plumbline.analytics.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import plumbline.analytics.episode.Person;
import plumbline.analytics.episode.Register;
import plumbline.analytics.fold.Chart;
import plumbline.analytics.fold.MemoryChart;
import plumbline.analytics.fold.Recollection;
import plumbline.analytics.history.History;
import plumbline.analytics.history.Retention;
import plumbline.analytics.timeline.DayDigest;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Ledger;
import plumbline.analytics.timeline.Report;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.finding.EvidenceDay;
import plumbline.contract.vocabulary.Measure;

/** The chart of a patient of a file: what a running service would hold, and beside it all that ever came. */
final class FileChart implements Chart {
    private final Map<LocalDate, DayRecord> days = new HashMap<>();
    private final Map<ReportKey, Report> reports = new HashMap<>();
    private Optional<History> history = Optional.empty();
    private Ledger ledger = Ledger.EMPTY;
    private Register register = Register.EMPTY;
    private Person person = Person.UNKNOWN;
    private Recollection recollection = new Recollection();

    private record ReportKey(String source, String id) {
        static ReportKey of(Report report) {
            return new ReportKey(report.source(), report.id());
        }
    }

    /** Whether an event changes days that a running service has settled. */
    boolean reachesBack(Event event) {
        if (history.isEmpty()) {
            return false;
        }
        LocalDate changeable =
                Retention.LIVE.firstChangeable(history.get().horizon().settled());
        if (event.date().isBefore(changeable)) {
            return true;
        }
        if (event instanceof PainReport report) {
            Report before = reports.get(ReportKey.of(Report.of(report)));
            return before != null && before.date().isBefore(changeable);
        }
        return false;
    }

    /** Keeps a report for good. */
    void keep(PainReport event) {
        Report report = Report.of(event);
        reports.merge(ReportKey.of(report), report, Report::precedent);
    }

    /** All that ever came, every day of which may change. */
    MemoryChart whole() {
        MemoryChart whole = new MemoryChart();
        days.forEach(whole::put);
        whole.put(Ledger.of(reports.values(), ledger.newest()));
        history.ifPresent(known -> whole.put(new History(known.horizon(), List.of(), List.of()).with(digests(known))));
        whole.put(register);
        whole.put(person);
        return whole;
    }

    private List<DayDigest> digests(History known) {
        List<DayDigest> digests = new ArrayList<>();
        days.forEach((date, day) -> {
            if (date.isBefore(known.newest())) {
                digests.add(day.digest(date));
            }
        });
        return digests;
    }

    /** The days with a report of those that are asked for, or with an index of the measure. */
    NavigableMap<LocalDate, EvidenceDay> evidence(Predicate<Report> reported, Optional<Measure> measure) {
        NavigableMap<LocalDate, EvidenceDay> evidence = new TreeMap<>();
        reports.values().stream()
                .filter(report -> !report.retracted())
                .filter(reported)
                .collect(Collectors.groupingBy(Report::date))
                .forEach((date, told) -> evidence.put(date, pain(date, told)));
        measure.ifPresent(what ->
                days.forEach((date, day) -> day.loads().index(what).ifPresent(index -> {
                    EvidenceDay measured = EvidenceDay.symmetry(date, Math.round(index / 10.0) / 10.0);
                    evidence.merge(
                            date,
                            measured,
                            (pain, any) -> new EvidenceDay(date, pain.worst(), pain.mean(), measured.index()));
                })));
        return evidence;
    }

    private static EvidenceDay pain(LocalDate date, List<Report> told) {
        IntSummaryStatistics scores = told.stream()
                .filter(Report::isScored)
                .mapToInt(Report::intensity)
                .summaryStatistics();
        return scores.getCount() == 0
                ? new EvidenceDay(date, OptionalInt.empty(), Optional.empty(), Optional.empty())
                : EvidenceDay.pain(date, scores.getMax(), Math.round(10 * scores.getAverage()) / 10.0);
    }

    /** Takes over what came of a fold over the whole. */
    void settle(MemoryChart whole) {
        recollection = new Recollection();
        days.putAll(whole.days());
        register = whole.register();
        History all = whole.history().orElseThrow();
        LocalDate changeable = Retention.LIVE.firstChangeable(all.horizon().settled());
        ledger = whole.ledger().from(changeable);
        List<Report> settled = whole.ledger().reports().stream()
                .filter(report -> report.date().isBefore(changeable))
                .toList();
        history = Optional.of(
                all.settling(settled, Retention.LIVE.firstKept(all.horizon().settled())));
    }

    @Override
    public Optional<LocalDate> newestDay() {
        return history.map(History::newest);
    }

    @Override
    public Optional<History> history() {
        return history;
    }

    @Override
    public void put(History value) {
        history = Optional.of(value);
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public void put(Ledger value) {
        ledger = value;
    }

    @Override
    public DayRecord day(LocalDate date) {
        return days.getOrDefault(date, DayRecord.EMPTY);
    }

    @Override
    public void put(LocalDate date, DayRecord day) {
        days.put(date, day);
    }

    /** Nothing is forgotten: a line further down may still be about it. */
    @Override
    public void drop(LocalDate date) {}

    @Override
    public Register register() {
        return register;
    }

    @Override
    public void put(Register value) {
        register = value;
    }

    @Override
    public Person person() {
        return person;
    }

    @Override
    public void put(Person value) {
        person = value;
    }

    @Override
    public Recollection recollection() {
        return recollection;
    }

    @Override
    public void erase() {
        throw new UnsupportedOperationException("a file erases nobody");
    }
}
