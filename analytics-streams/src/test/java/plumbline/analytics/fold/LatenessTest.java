package plumbline.analytics.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.analytics.Diary;
import plumbline.analytics.history.Retention;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.vocabulary.Activity;

/** What is too late, and what only comes out of turn. */
class LatenessTest {
    private static final Instant ACCEPTED = Diary.at(100, 12, 0).toInstant();

    private final PatientFold fold = new PatientFold(PolicyFile.standard(), Retention.LIVE);
    private final MemoryChart chart = new MemoryChart();

    @Test
    void anEventMoreThanThirtyDaysBehindTheNewestDayIsTooLate() {
        report(60, ACCEPTED);

        assertThat(report(29, ACCEPTED.plusMillis(1))).contains(Refusal.TOO_LATE);
    }

    @Test
    void anEventThirtyDaysBehindTheNewestDayIsTaken() {
        report(60, ACCEPTED);

        assertThat(report(30, ACCEPTED.plusMillis(1))).isEmpty();
    }

    @Test
    void aHistoryWhoseReportsAreReadBeforeItsBoutsLosesNoBout() {
        for (int day = 0; day < 90; day++) {
            report(day, ACCEPTED.plusMillis(day));
        }

        for (int day = 0; day < 90; day++) {
            assertThat(walk(day, ACCEPTED.plusMillis(day))).as("day %d", day).isEmpty();
        }
    }

    @Test
    void aHistoryThatCameAsOneBatchIsNeverLateToItself() {
        for (int day = 0; day < 90; day++) {
            report(day, ACCEPTED);
        }

        assertThat(walk(3, ACCEPTED)).isEmpty();
    }

    @Test
    void whatCameAfterAHistoryIsJudgedByItsNewestDay() {
        for (int day = 0; day < 90; day++) {
            report(day, ACCEPTED.plusMillis(day));
        }

        assertThat(walk(3, ACCEPTED.plusMillis(500))).contains(Refusal.TOO_LATE);
    }

    private Optional<Refusal> report(int day, Instant acceptedAt) {
        return refusal(fold.accept(new Diary().report(day, 2).build(), new Arrival.Live(acceptedAt), chart));
    }

    private Optional<Refusal> walk(int day, Instant acceptedAt) {
        ActivityBout walk = ActivityBout.of("walk-" + day, Diary.PATIENT, Diary.at(day, 9, 0), Diary.at(day, 9, 30))
                .activity(Activity.WALKING)
                .build();
        return refusal(fold.accept(walk, new Arrival.Live(acceptedAt), chart));
    }

    private static Optional<Refusal> refusal(Outcome outcome) {
        return outcome instanceof Outcome.Quarantined quarantined
                ? Optional.of(quarantined.reason())
                : Optional.empty();
    }
}
