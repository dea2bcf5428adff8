package plumbline.standalone.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.EvidenceDay;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Side;

class ExplanationTest {
    private static final LocalDate START = LocalDate.of(2026, 11, 10);

    @Test
    void drawsTheIndexBesideTheUsualBand() {
        Finding opened = imbalance(Change.OPENED, 2, "The left side carries more", numbers());

        assertThat(explain(opened))
                .contains(
                        "              -20 left more       0      right more +20",
                        "  2026-11-10 *        o     ::::::|::::::               -12.0",
                        "  2026-11-11                ::::::|::::::                   -",
                        "  2026-11-12 *       o      ::::::|::::::               -13.0")
                .anyMatch(line -> line.matches(" +Middle index of the last days, % +-12.5  beyond 10"))
                .anyMatch(line -> line.contains("limit (8 %) or of the change that counts (4.8 %)"));
    }

    @Test
    void tellsOfAnEndWithTheNumbersThatHeld() {
        Finding opened = imbalance(Change.OPENED, 2, "The left side carries more", numbers());
        Finding updated = imbalance(Change.UPDATED, 3, "The left side carries more still", numbers());
        Finding over = imbalance(Change.RESOLVED, 4, "Back near the usual", Map.of());

        assertThat(explain(opened, updated, over))
                .startsWith("The left side carries more still.")
                .contains(
                        "State      resolved on 2026-11-14 by IMBALANCE: Back near the usual",
                        "  2026-11-12  opened, self care: The left side carries more",
                        "              1 update with newer numbers",
                        "  2026-11-14  resolved, self care: Back near the usual",
                        "  Nothing: it is over since 2026-11-14.");
    }

    @Test
    void aFindingThatComesBackIsNews() {
        Finding opened = imbalance(Change.OPENED, 2, "Once", numbers());
        Finding over = imbalance(Change.RESOLVED, 3, "Over", Map.of());
        Finding again = imbalance(Change.UPDATED, 4, "Again", numbers());

        assertThat(explain(opened, over, again))
                .contains("  2026-11-14  updated, self care: Again", "State      open, as of 2026-11-14");
    }

    private static List<String> explain(Finding... changes) {
        return Explanation.of(new Told(List.of(changes), new TreeMap<>(), PolicyFile.standard()));
    }

    private static Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("median", -12.5);
        numbers.put("act", 10.0);
        numbers.put("baseline", 0.0);
        numbers.put("changeNeeded", 6.0);
        return numbers;
    }

    private static Finding imbalance(Change change, int day, String summary, Map<String, Double> numbers) {
        List<EvidenceDay> days =
                List.of(EvidenceDay.symmetry(START, -12), EvidenceDay.symmetry(START.plusDays(2), -13));
        return new Finding(
                "abcdefgh",
                "p-1",
                FindingKind.IMBALANCE,
                change,
                Severity.SELF_CARE,
                OptionalInt.empty(),
                Optional.empty(),
                Side.UNKNOWN,
                START,
                START.plusDays(2),
                OffsetDateTime.parse("2026-11-10T08:00:00+01:00").plusDays(day),
                "2026.11",
                summary,
                Optional.empty(),
                Optional.of(Side.LEFT),
                Optional.of(Measure.GROUND_FORCE),
                new Evidence("IMBALANCE", numbers, days, 1, List.of()));
    }
}
