package plumbline.notifier.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import plumbline.contract.alert.Alert;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.notifier.Findings;

class CaseworkLaws {
    private static final Instant BEGIN = Instant.parse("2026-11-20T10:00:00Z");
    private static final List<Findings> EPISODES = List.of(
            Findings.of(FindingKind.URGENT_PAIN, Severity.EMERGENCY),
            Findings.of(FindingKind.PERSISTENT_PAIN, Severity.ROUTINE),
            Findings.of(FindingKind.COMPENSATION, Severity.SOON),
            Findings.of(FindingKind.IMBALANCE, Severity.SELF_CARE));

    /** What is said of one of the episodes: at which time and what. */
    record Saying(int episode, int change, boolean sameTime) {}

    @Provide
    Arbitrary<List<Finding>> findings() {
        Arbitrary<Saying> sayings = net.jqwik.api.Combinators.combine(
                        Arbitraries.integers().between(0, EPISODES.size() - 1),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false))
                .as(Saying::new);
        return sayings.list().ofMaxSize(12).map(CaseworkLaws::inOrder);
    }

    private static List<Finding> inOrder(List<Saying> sayings) {
        List<Finding> findings = new ArrayList<>();
        Instant time = BEGIN;
        Set<Findings> known = new HashSet<>();
        for (Saying saying : sayings) {
            time = saying.sameTime() ? time : time.plus(Duration.ofMinutes(7));
            Findings about = EPISODES.get(saying.episode());
            findings.add(
                    switch (known.add(about) ? 0 : saying.change()) {
                        case 0 -> about.opened(time);
                        case 1 -> about.updated(time);
                        case 2 -> about.at(Severity.SAME_DAY).updated(time);
                        default -> about.resolved(time);
                    });
        }
        return findings;
    }

    @Property(tries = 300)
    void aReplayOfAnyPrefixChangesNothing(@ForAll("findings") List<Finding> findings, @ForAll int cut) {
        Ward once = new Ward();
        findings.forEach(once::find);
        Ward again = new Ward();
        findings.forEach(again::find);
        int upTo = Math.floorMod(cut, findings.size() + 1);
        List<String> effects = new ArrayList<>();
        findings.subList(0, upTo).forEach(finding -> effects.addAll(again.find(finding)));

        assertThat(effects).isEmpty();
        assertThat(newest(again)).isEqualTo(newest(once));
    }

    @Property(tries = 300)
    void duplicatesMakeTheSameAlerts(@ForAll("findings") List<Finding> findings) {
        Ward once = new Ward();
        findings.forEach(once::find);
        Ward twice = new Ward();
        findings.forEach(finding -> {
            twice.find(finding);
            twice.find(finding);
        });

        assertThat(twice.file).isEqualTo(once.file);
    }

    @Property(tries = 300)
    void theHistoryOfEachAlertHasNoGap(@ForAll("findings") List<Finding> findings) {
        Ward ward = new Ward();
        findings.forEach(finding -> {
            ward.find(finding);
            ward.allDelivered();
        });
        ward.pass(Duration.ofDays(9));
        Map<String, List<Long>> sequences = new TreeMap<>();
        ward.history.forEach(append -> sequences
                .computeIfAbsent(append.entry().alert(), alert -> new ArrayList<>())
                .add(append.entry().sequence()));

        sequences
                .values()
                .forEach(numbers -> assertThat(numbers)
                        .isEqualTo(IntStream.rangeClosed(1, numbers.size())
                                .mapToObj(Long::valueOf)
                                .toList()));
    }

    @Property(tries = 300)
    void everyDeliveryHasAnEndOrATimer(@ForAll("findings") List<Finding> findings) {
        Ward ward = new Ward();
        findings.forEach(ward::find);
        ward.allDelivered();
        ward.pass(Duration.ofDays(9));

        assertThat(ward.file.deliveries())
                .allMatch(delivery ->
                        delivery.due().isPresent() || delivery.hold().isPresent() || delivery.inFlight());
    }

    private static Map<String, Alert> newest(Ward ward) {
        Map<String, Alert> newest = new TreeMap<>();
        ward.alerts.forEach(alert -> newest.put(alert.id(), alert));
        return newest;
    }
}
