package plumbline.notifier.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.vocabulary.Side;
import plumbline.notifier.Findings;

class FreshnessTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-20T10:00:00Z, false",
        "2026-11-18, 2026-11-20T22:59:59Z, false",
        "2026-11-18, 2026-11-20T23:00:00Z, false",
        "2026-11-18, 2026-11-20T23:00:01Z, true",
        "2026-10-01, 2026-11-20T10:00:00Z, true"
    })
    void aFindingIsOfThePastWhenItsNewestDayEndedMoreThanTwoDaysBeforeItArrived(
            LocalDate newestDay, Instant arrived, boolean past) {
        Finding finding = Findings.of(FindingKind.PERSISTENT_PAIN, Severity.ROUTINE)
                .say(Change.OPENED, newestDay.atTime(12, 0).toInstant(Findings.OFFSET), newestDay, Side.UNKNOWN);

        assertThat(Freshness.isPast(finding, arrived)).isEqualTo(past);
    }
}
