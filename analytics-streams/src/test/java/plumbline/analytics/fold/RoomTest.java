package plumbline.analytics.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import plumbline.analytics.Diary;
import plumbline.analytics.history.Retention;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Site;

/** One patient who floods the service is told so, and holds nobody up. */
class RoomTest {
    private static final Instant ACCEPTED = Diary.at(100, 12, 0).toInstant();

    private final PatientFold fold = new PatientFold(PolicyFile.standard(), Retention.LIVE);
    private final MemoryChart chart = new MemoryChart();

    @Test
    void aDateHasRoomForTwoHundredReports() {
        for (int report = 0; report < 200; report++) {
            assertThat(take(report(report, 9))).isInstanceOf(Outcome.Merged.class);
        }

        assertThat(take(report(200, 9))).isEqualTo(new Outcome.Quarantined(Refusal.TOO_MANY));
        assertThat(take(report(200, 10))).isInstanceOf(Outcome.Merged.class);
    }

    @Test
    void aCorrectionFindsRoomOnAFullDate() {
        for (int report = 0; report < 200; report++) {
            take(report(report, 9));
        }

        assertThat(take(PainReport.of("r3", Diary.PATIENT, Diary.at(9, 12, 3))
                        .version(1)
                        .site(Site.HIP)
                        .intensity(1)
                        .build()))
                .isInstanceOf(Outcome.Merged.class);
        assertThat(chart.ledger().reports()).hasSize(200);
    }

    @Test
    void aCorrectionMayMoveAReportToAFullDate() {
        for (int report = 0; report < 200; report++) {
            take(report(report, 9));
        }
        take(report(200, 10));

        assertThat(take(PainReport.of("r200", Diary.PATIENT, Diary.at(9, 20, 0))
                        .version(1)
                        .site(Site.HIP)
                        .intensity(2)
                        .build()))
                .isInstanceOf(Outcome.Merged.class);
    }

    @Test
    void aDateHasRoomForAThousandLoads() {
        for (int bout = 0; bout < 1_000; bout++) {
            assertThat(take(walk(bout))).isInstanceOf(Outcome.Merged.class);
        }

        assertThat(take(walk(1_000))).isEqualTo(new Outcome.Quarantined(Refusal.TOO_MANY));
    }

    private Outcome take(Event event) {
        return fold.accept(event, new Arrival.Live(ACCEPTED), chart);
    }

    private static Event report(int number, int day) {
        return PainReport.of("r" + number, Diary.PATIENT, Diary.at(day, number / 60, number % 60))
                .site(Site.HIP)
                .intensity(2)
                .build();
    }

    private static Event walk(int number) {
        return ActivityBout.of(
                        "w" + number,
                        Diary.PATIENT,
                        Diary.at(9, number / 60, number % 60),
                        Diary.at(9, number / 60, number % 60).plusMinutes(2))
                .activity(Activity.WALKING)
                .load(Diary.load(Measure.GROUND_FORCE, 2))
                .build();
    }
}
