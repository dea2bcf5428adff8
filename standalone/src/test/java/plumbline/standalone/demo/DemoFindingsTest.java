package plumbline.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.analytics.backtest.Backtest;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.cohort.scenario.DemoCohort;
import plumbline.cohort.scenario.DemoPatient;
import plumbline.cohort.scenario.Role;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Side;

/** What the demo promises to show, found by the detectors themselves. */
class DemoFindingsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate FIRST = LocalDate.parse("2026-11-24");

    private static final DemoCohort COHORT = DemoCohort.of(1, 40, FIRST, ZONE);
    private static final List<Finding> OPEN =
            open(COHORT, FIRST.atTime(0, 30).atZone(ZONE).toInstant());

    @Test
    void showsEveryCompensationWithTheSideThatIsSpared() {
        assertThat(of(FindingKind.COMPENSATION))
                .extracting(Finding::patient)
                .containsExactlyInAnyOrderElementsOf(patients(Role.COMPENSATING));
        assertThat(of(FindingKind.COMPENSATION))
                .allSatisfy(finding -> assertThat(finding.loadedSide())
                        .contains(finding.side() == Side.LEFT ? Side.RIGHT : Side.LEFT));
    }

    @Test
    void showsEveryPainThatStaysAndNoneThatWentAway() {
        assertThat(of(FindingKind.PERSISTENT_PAIN))
                .extracting(Finding::patient)
                .containsAll(patients(Role.PERSISTENT_PAIN))
                .doesNotContainAnyElementsOf(patients(Role.SHORT_PAIN));
    }

    @Test
    void showsTheEmergencyAndTheSuddenPain() {
        assertThat(of(FindingKind.RED_FLAG))
                .filteredOn(finding -> finding.severity() == Severity.EMERGENCY)
                .extracting(Finding::patient)
                .containsExactlyElementsOf(patients(Role.EMERGENCY_SIGN));
        assertThat(of(FindingKind.URGENT_PAIN))
                .extracting(Finding::patient)
                .containsExactlyElementsOf(patients(Role.SUDDEN_SEVERE));
    }

    @Test
    void findsNothingAboutTheHealthy() {
        assertThat(OPEN).extracting(Finding::patient).doesNotContainAnyElementsOf(patients(Role.HEALTHY));
    }

    private static List<Finding> of(FindingKind kind) {
        return OPEN.stream().filter(finding -> finding.kind() == kind).toList();
    }

    private static List<String> patients(Role role) {
        return COHORT.patients().stream()
                .filter(patient -> patient.role() == role)
                .map(DemoPatient::id)
                .toList();
    }

    private static List<Finding> open(DemoCohort cohort, Instant now) {
        Map<String, Finding> newest = new LinkedHashMap<>();
        Backtest backtest = new Backtest(
                PolicyFile.standard(),
                finding -> newest.put(finding.id(), finding),
                (reason, line) -> assertThat(reason).isEmpty());
        cohort.between(now.minus(DemoCohort.HISTORY, ChronoUnit.DAYS), now)
                .forEach(event -> backtest.take(event, Optional.empty()));
        backtest.finish(Optional.of(now));
        return newest.values().stream()
                .filter(finding -> finding.change() == Change.OPENED || finding.change() == Change.UPDATED)
                .toList();
    }
}
