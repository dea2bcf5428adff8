package plumbline.notifier.topology;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.alert.AlertEntry;
import plumbline.notifier.casework.Effect;
import plumbline.notifier.casework.Happening;
import plumbline.notifier.casework.Input;
import plumbline.notifier.casework.Step;

/** Counts what came in and what it came to. Findings = alert + update + each suppressed. */
public final class CaseworkMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(CaseworkMetrics.class);

    private final MeterRegistry registry;

    public CaseworkMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void undecodable(String topic) {
        registry.counter("plumbline_notifier_undecodable_total", "topic", topic).increment();
    }

    void count(Input input, Step step) {
        if (input instanceof Input.Found) {
            registry.counter("plumbline_notifier_findings_total").increment();
            registry.counter(
                            "plumbline_notifier_decisions_total",
                            "decision",
                            step.verdict().code())
                    .increment();
        } else if (input instanceof Input.Acted) {
            registry.counter(
                            "plumbline_notifier_actions_total",
                            "outcome",
                            step.verdict().code())
                    .increment();
        }
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Append append) {
                count(append.entry());
            }
        }
    }

    private void count(AlertEntry entry) {
        registry.counter("plumbline_notifier_history_total", "what", entry.what())
                .increment();
        if (entry.what().equals(Happening.DEAD_LETTER.code())) {
            LOG.error("event=dead-letter alert={} sequence={}", entry.alert(), entry.sequence());
        }
    }
}
