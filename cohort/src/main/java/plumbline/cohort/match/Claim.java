package plumbline.cohort.match;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/** One finding over all of its changes: what was claimed, when, and for how long. A claim that was withdrawn was still made. */
public final class Claim {
    private final FindingKind kind;
    private final Map<Severity, LocalDate> reached = new EnumMap<>(Severity.class);
    private final Map<Integer, LocalDate> staged = new HashMap<>();
    private Finding newest;
    private LocalDate closed = LocalDate.MAX;

    public Claim(Finding first) {
        this.kind = first.kind();
        this.newest = first;
        add(first);
    }

    /** Takes the next change. */
    public void add(Finding change) {
        LocalDate on = change.asOf().toLocalDate();
        if (change.change().isOpen()) {
            newest = change;
            closed = LocalDate.MAX;
            reached.putIfAbsent(change.severity(), on);
            staged.putIfAbsent(change.stage().orElse(0), on);
        } else {
            closed = on;
        }
    }

    public FindingKind kind() {
        return kind;
    }

    Optional<Site> site() {
        return newest.site();
    }

    Side side() {
        return newest.side();
    }

    Optional<Side> loadedSide() {
        return newest.loadedSide();
    }

    /** The date on which it was first stated at this severity and stage or above; nothing if it never was. */
    Optional<LocalDate> reached(Severity least, int stage) {
        return stage == 0
                ? reached(least)
                : staged.entrySet().stream()
                        .filter(entry -> entry.getKey() >= stage)
                        .map(Map.Entry::getValue)
                        .min(LocalDate::compareTo);
    }

    private Optional<LocalDate> reached(Severity least) {
        return reached.entrySet().stream()
                .filter(entry -> !least.isAbove(entry.getKey()))
                .map(Map.Entry::getValue)
                .min(LocalDate::compareTo);
    }

    /** The date on which it was resolved or withdrawn; the end of time if it was not. */
    LocalDate closed() {
        return closed;
    }
}
