package plumbline.analytics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import plumbline.analytics.fold.Refusal;
import plumbline.analytics.topology.Tally;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;

/**
 * Counts in the registry of the service. What a transaction took back is counted again when it is repeated. Counters are there from
 * the start: a rule sees no rise in one that begins with what it should tell.
 */
final class MeterTally implements Tally {
    private static final String NAME = "plumbline.analytics.";

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Counter merged;

    MeterTally(MeterRegistry registry) {
        this.registry = registry;
        this.accepted = registry.counter(NAME + "events.accepted");
        this.merged = registry.counter(NAME + "events.merged");
        for (Refusal refusal : Refusal.values()) {
            aside(refusal.code());
        }
        for (FindingKind kind : FindingKind.values()) {
            for (Change change : Change.values()) {
                findings(kind, change);
            }
        }
    }

    @Override
    public void accepted() {
        accepted.increment();
    }

    @Override
    public void merged() {
        merged.increment();
    }

    @Override
    public void quarantined(String reason) {
        aside(reason).increment();
    }

    @Override
    public void told(Finding finding) {
        findings(finding.kind(), finding.change()).increment();
    }

    private Counter aside(String reason) {
        return registry.counter(NAME + "events.quarantined", "reason", reason);
    }

    private Counter findings(FindingKind kind, Change change) {
        return registry.counter(NAME + "findings", "kind", kind.code(), "change", change.code());
    }
}
