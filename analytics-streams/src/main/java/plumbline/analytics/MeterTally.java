package plumbline.analytics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import plumbline.analytics.topology.Tally;
import plumbline.contract.finding.Finding;

/** Counts in the registry of the service. What a transaction took back is counted again when it is repeated. */
final class MeterTally implements Tally {
    private static final String NAME = "plumbline.analytics.";

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Counter merged;

    MeterTally(MeterRegistry registry) {
        this.registry = registry;
        this.accepted = registry.counter(NAME + "events.accepted");
        this.merged = registry.counter(NAME + "events.merged");
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
        registry.counter(NAME + "events.quarantined", "reason", reason).increment();
    }

    @Override
    public void told(Finding finding) {
        registry.counter(
                        NAME + "findings",
                        "kind",
                        finding.kind().code(),
                        "change",
                        finding.change().code())
                .increment();
    }
}
