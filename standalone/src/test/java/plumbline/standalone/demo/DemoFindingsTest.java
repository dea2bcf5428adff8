package plumbline.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.analytics.backtest.Backtest;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Side;

/** What the demo promises to show, found by the detectors themselves. */
class DemoFindingsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.parse("2026-11-24");

    private static final DemoCohort COHORT = new DemoCohort(1, 40, FIRST, ZONE);
    private static final List<Finding> OPEN =
            open(COHORT, FIRST.atTime(0, 30).atZone(ZONE).toInstant());

    @Test
    void showsEveryCompensationWithTheSideThatIsSpared() {
        assertThat(of(FindingKind.COMPENSATION))
                .extracting(Finding::patient)
                .containsExactlyInAnyOrderElementsOf(patients(Course.COMPENSATING));
        assertThat(of(FindingKind.COMPENSATION))
                .allSatisfy(finding -> assertThat(finding.loadedSide())
                        .contains(finding.side() == Side.LEFT ? Side.RIGHT : Side.LEFT));
    }

    @Test
    void showsEveryPainThatStaysAndNoneThatWentAway() {
        assertThat(of(FindingKind.PERSISTENT_PAIN))
                .extracting(Finding::patient)
                .containsAll(patients(Course.PERSISTENT_PAIN))
                .doesNotContainAnyElementsOf(patients(Course.SHORT_PAIN));
    }

    @Test
    void showsTheEmergencyAndTheSuddenPain() {
        assertThat(of(FindingKind.RED_FLAG))
                .filteredOn(finding -> finding.severity() == Severity.EMERGENCY)
                .extracting(Finding::patient)
                .containsExactlyElementsOf(patients(Course.EMERGENCY_SIGN));
        assertThat(of(FindingKind.URGENT_PAIN))
                .extracting(Finding::patient)
                .containsExactlyElementsOf(patients(Course.SUDDEN_SEVERE));
    }

    @Test
    void findsNothingAboutTheHealthy() {
        assertThat(OPEN).extracting(Finding::patient).doesNotContainAnyElementsOf(patients(Course.HEALTHY));
    }

    private static List<Finding> of(FindingKind kind) {
        return OPEN.stream().filter(finding -> finding.kind() == kind).toList();
    }

    private static List<String> patients(Course course) {
        return COHORT.patients().stream()
                .filter(patient -> patient.course() == course)
                .map(DemoPatient::id)
                .toList();
    }

    private static List<Finding> open(DemoCohort cohort, Instant now) {
        Map<String, Finding> newest = new LinkedHashMap<>();
        Backtest backtest = new Backtest(
                PolicyFile.standard(),
                finding -> newest.put(finding.id(), finding),
                (reason, line) -> assertThat(reason).isEmpty());
        cohort.between(now.minus(DemoCohort.HISTORY), now).forEach(event -> backtest.take(event, Optional.empty()));
        backtest.finish(Optional.of(now));
        return newest.values().stream()
                .filter(finding -> finding.change() == Change.OPENED || finding.change() == Change.UPDATED)
                .toList();
    }
}
