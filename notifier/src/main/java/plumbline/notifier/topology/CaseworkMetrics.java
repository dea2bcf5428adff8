package plumbline.notifier.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.delivery.Outcome;
import plumbline.notifier.casefile.Case;
import plumbline.notifier.casework.Audit;
import plumbline.notifier.casework.Effect;
import plumbline.notifier.casework.Happening;
import plumbline.notifier.casework.Input;
import plumbline.notifier.casework.Step;
import plumbline.notifier.casework.Verdict;

/**
 * Counts what came in and what it came to. Findings = alert + update + each suppressed. Alerts per patient-week
 * are all alerts by the patient-weeks. Every counter is there from the start: a rule
 * sees no rise in one that begins with its first failure.
 */
public final class CaseworkMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(CaseworkMetrics.class);
    private static final Set<Verdict> OF_ACTIONS = EnumSet.of(Verdict.DONE, Verdict.REFUSED, Verdict.IGNORED);
    private static final Set<Verdict> OF_FINDINGS = EnumSet.range(Verdict.ALERT, Verdict.SUPPRESSED_UNKNOWN);

    private static final Duration WEEK = Duration.ofDays(7);
    /** What a timer may be late in steady state. */
    private static final Duration IN_TIME = Duration.ofSeconds(2);

    private final MeterRegistry registry;
    private final Counter findings;
    private final Counter passes;
    private final Counter patientWeeks;
    private final Set<Census> censuses = ConcurrentHashMap.newKeySet();
    private final Timer lateness;
    private final Journeys journeys;

    public CaseworkMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.findings = registry.counter("plumbline_notifier_findings_total");
        this.passes = registry.counter("plumbline_notifier_audit_passes_total");
        this.patientWeeks = registry.counter("plumbline_notifier_patient_weeks_total");
        this.lateness = Timer.builder("plumbline_notifier_timer_lateness")
                .serviceLevelObjectives(IN_TIME)
                .register(registry);
        gauge("plumbline_notifier_patients", Census::patients);
        gauge("plumbline_notifier_timers_pending", Census::pending);
        gauge("plumbline_notifier_timers_late", Census::late);
        this.journeys = new Journeys(registry);
        Stream.of(Audit.Fault.values()).forEach(this::faults);
        Stream.of(Outcome.values()).forEach(this::attempted);
        OF_FINDINGS.forEach(this::decided);
        OF_ACTIONS.forEach(this::acted);
        Stream.of(Happening.values()).map(Happening::code).forEach(this::happened);
    }

    void undecodable(String topic) {
        unread(topic).increment();
    }

    void count(Case before, Input input, Step step, Instant now) {
        if (input instanceof Input.Found) {
            findings.increment();
            decided(step.verdict()).increment();
        } else if (input instanceof Input.Acted) {
            acted(step.verdict()).increment();
        } else if (input instanceof Input.Reported reported) {
            reported.report().outcome().ifPresent(outcome -> attempted(outcome).increment());
        } else if (input instanceof Input.Tick) {
            before.nextDue()
                    .filter(due -> !due.isAfter(now))
                    .ifPresent(due -> lateness.record(Duration.between(due, now)));
        }
        journeys.follow(before, step, now);
        for (Effect effect : step.effects()) {
            if (effect instanceof Effect.Append append) {
                count(append.entry());
            }
        }
    }

    private void gauge(String name, ToLongFunction<Census> what) {
        Gauge.builder(name, () -> censuses.stream().mapToLong(what).sum()).register(registry);
    }

    /** The census of one more task. */
    Census census() {
        Census census = new Census();
        censuses.add(census);
        return census;
    }

    void forget(Census census) {
        censuses.remove(census);
    }

    /**
     * All cases of a task were looked at once.
     *
     * @param watched how long their patients were watched since the time before, all together
     */
    void audited(Duration watched) {
        passes.increment();
        patientWeeks.increment((double) watched.toMillis() / WEEK.toMillis());
    }

    void fault(Audit.Fault fault) {
        faults(fault).increment();
    }

    private Counter faults(Audit.Fault fault) {
        return registry.counter("plumbline_notifier_audit_findings_total", "fault", fault.code());
    }

    private Counter attempted(Outcome outcome) {
        return registry.counter("plumbline_notifier_reports_total", "outcome", outcome.code());
    }

    private void count(AlertEntry entry) {
        happened(entry.what()).increment();
        if (entry.what().equals(Happening.DEAD_LETTER.code())) {
            LOG.error("event=dead-letter alert={} sequence={}", entry.alert(), entry.sequence());
        }
    }

    private Counter decided(Verdict verdict) {
        return registry.counter("plumbline_notifier_decisions_total", "decision", verdict.code());
    }

    private Counter acted(Verdict verdict) {
        return registry.counter("plumbline_notifier_actions_total", "outcome", verdict.code());
    }

    private Counter unread(String topic) {
        return registry.counter("plumbline_notifier_undecodable_total", "topic", topic);
    }

    private Counter happened(String what) {
        return registry.counter("plumbline_notifier_history_total", "what", what);
    }
}
