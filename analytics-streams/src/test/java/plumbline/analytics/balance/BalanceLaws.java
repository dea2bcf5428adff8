package plumbline.analytics.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.statistics.Statistics;
import plumbline.analytics.Diary;
import plumbline.analytics.Ward;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;

/** No finding about left and right comes and goes with a single event, however near to its limits a body lives. */
class BalanceLaws {
    private static final int DAYS = 80;

    @Property(tries = 150)
    void whatOpenedStaysForAWindowAndOpensAgainAfterTwoWeeksAtTheEarliest(
            @ForAll Random random, @ForAll @DoubleRange(min = -14, max = 14) double later) {
        double usual = 6 * random.nextGaussian();
        Diary diary = new Diary();
        for (int day = 0; day < DAYS; day++) {
            double index = (day < 30 ? usual : later) + 2.5 * random.nextGaussian();
            diary.walk(day, random.nextInt(60) == 0 ? -index : index);
            if (random.nextInt(12) == 0) {
                diary.pain(day, random.nextInt(9));
            }
        }

        Ward ward = Ward.ofAFile().take(diary);
        List<Finding> told = ward.told().stream()
                .filter(finding ->
                        finding.kind() == FindingKind.COMPENSATION || finding.kind() == FindingKind.IMBALANCE)
                .toList();

        Statistics.collect(told.isEmpty() ? "nothing" : "findings");
        told.stream()
                .filter(finding -> finding.change() == Change.WITHDRAWN)
                .forEach(finding -> assertThat(suspected(ward)).contains(finding.asOf()));
        for (Finding opened : told) {
            if (opened.change() != Change.OPENED) {
                continue;
            }
            told.stream()
                    .filter(other ->
                            other.kind() == opened.kind() && opened.asOf().isBefore(other.asOf()))
                    .forEach(other -> assertThat(date(other))
                            .isAfterOrEqualTo(date(opened).plusDays(least(other))));
        }
    }

    /** When a device was seen to take left for right: what was told of the body by its last days was wrong. */
    private static List<OffsetDateTime> suspected(Ward ward) {
        return ward.told(FindingKind.DEVICE_SUSPECT).stream()
                .filter(finding -> finding.change() == Change.OPENED)
                .map(Finding::asOf)
                .toList();
    }

    /** For how many days a finding that opened may not change so. */
    private static int least(Finding other) {
        return switch (other.change()) {
            case OPENED -> 14;
            case RESOLVED -> other.evidence().rule().equals("RECOVERED") ? 7 : 0;
            default -> 0;
        };
    }

    private static LocalDate date(Finding finding) {
        return finding.asOf().toLocalDate();
    }
}
