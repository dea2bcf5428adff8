package plumbline.notifier.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertStatus;
import plumbline.contract.vocabulary.Code;
import plumbline.notifier.casefile.Case;
import plumbline.notifier.casefile.Episode;
import plumbline.notifier.casework.Step;

/**
 * How long alerts take and what they turn out to be, by rule. Since the start, opened or reopened less resolved is the change of those
 * that are open. A rule's predictive value is {@code true / (true + benign + false)}.
 */
final class Journeys {
    private static final String ENDED = "ended";
    private static final Set<String> JUDGED = Set.of("true", "benign", "false");

    private final MeterRegistry registry;
    private final AtomicLong open = new AtomicLong();
    private final Set<String> rules = ConcurrentHashMap.newKeySet();

    Journeys(MeterRegistry registry) {
        this.registry = registry;
        List.of("notify", "acknowledge", "resolve").forEach(this::timer);
        Gauge.builder("plumbline_notifier_alerts_open_change", open, AtomicLong::get)
                .register(registry);
    }

    void follow(Case before, Step step, Instant now) {
        for (Episode after : step.after().episodes()) {
            Optional<Episode> known = before.episodes().stream()
                    .filter(episode -> episode.alertId().equals(after.alertId()))
                    .findFirst();
            after.alert().ifPresent(alert -> {
                Duration age = Duration.between(alert.openedAt(), now);
                status(known.flatMap(Episode::alert), alert, age);
                if (isTold(after) && known.filter(Journeys::isTold).isEmpty()) {
                    timer("notify").record(age);
                }
            });
        }
    }

    private static boolean isTold(Episode episode) {
        return !episode.told().addresses().isEmpty();
    }

    private void status(Optional<Alert> was, Alert alert, Duration age) {
        String rule = alert.finding().evidence().rule();
        boolean wasOpen =
                was.filter(old -> old.status() != AlertStatus.RESOLVED).isPresent();
        boolean isOpen = alert.status() != AlertStatus.RESOLVED;
        if (was.isEmpty()) {
            watch(rule);
            registry.counter("plumbline_notifier_alerts_total", "rule", rule).increment();
        }
        if (isOpen && !wasOpen) {
            open.incrementAndGet();
        }
        if (alert.acknowledgement().isPresent()
                && was.flatMap(Alert::acknowledgement).isEmpty()) {
            timer("acknowledge").record(age);
        }
        if (!isOpen && wasOpen) {
            open.decrementAndGet();
            timer("resolve").record(age);
            watch(rule);
            resolved(
                            rule,
                            alert.resolution()
                                    .flatMap(Alert.Resolution::reason)
                                    .map(Code::code)
                                    .orElse(ENDED))
                    .increment();
        }
    }

    private void watch(String rule) {
        if (rules.add(rule)) {
            Gauge.builder("plumbline_notifier_predictive_value", () -> predictiveValue(rule))
                    .tag("rule", rule)
                    .register(registry);
        }
    }

    /** Not a number before anybody has judged an alert of the rule. */
    private double predictiveValue(String rule) {
        double judged = JUDGED.stream()
                .mapToDouble(reason -> resolved(rule, reason).count())
                .sum();
        return resolved(rule, "true").count() / judged;
    }

    private Counter resolved(String rule, String reason) {
        return registry.counter("plumbline_notifier_resolved_total", "rule", rule, "reason", reason);
    }

    private Timer timer(String what) {
        return registry.timer("plumbline_notifier_time_to_" + what);
    }
}
