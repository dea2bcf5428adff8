package plumbline.standalone.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.finding.Finding;
import plumbline.standalone.recording.History;
import plumbline.standalone.recording.Recordings;

/** G1: every accepted finding ends in exactly one recorded decision. */
class DecisionGuarantee {
    @ParameterizedTest
    @MethodSource("plumbline.standalone.recording.Recordings#seeds")
    void holds(long seed) {
        assertThat(breaches(Recordings.of(seed))).as(Recordings.again(seed)).isEmpty();
    }

    /** What a finding, and no person, can make of an alert. */
    private static final Set<String> DECISIONS =
            Set.of("opened", "active", "updated", "worse", "reopened", "finding-resolved", "resolved", "withdrawn");

    /** The same finding said twice is one finding. */
    static List<String> breaches(History history) {
        Map<String, Long> accepted = count(history.all(Finding.class).stream().distinct(), Finding::patient);
        Map<String, Long> decided = count(
                history.all(AlertEntry.class).stream()
                        .filter(entry -> entry.actor().equals(AlertEntry.SYSTEM) && DECISIONS.contains(entry.what())),
                AlertEntry::patient);
        Set<String> patients = new TreeSet<>(accepted.keySet());
        patients.addAll(decided.keySet());
        return patients.stream()
                .filter(patient -> !accepted.getOrDefault(patient, 0L).equals(decided.getOrDefault(patient, 0L)))
                .map(patient -> patient + ": " + accepted.getOrDefault(patient, 0L) + " findings, "
                        + decided.getOrDefault(patient, 0L) + " decisions")
                .toList();
    }

    private static <T> Map<String, Long> count(Stream<T> facts, Function<T, String> by) {
        return facts.collect(Collectors.groupingBy(by, Collectors.counting()));
    }
}
