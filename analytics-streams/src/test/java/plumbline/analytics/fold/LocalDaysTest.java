package plumbline.analytics.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static plumbline.contract.finding.Change.OPENED;
import static plumbline.contract.finding.FindingKind.PERSISTENT_PAIN;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.analytics.Diary;
import plumbline.analytics.Ward;
import plumbline.analytics.timeline.Posture;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/** A patient's day is the local date of their events, wherever they are and however long the day is. */
class LocalDaysTest {

    @Test
    void aDayOfTwentyFiveHoursCountsOnce() {
        Ward ward = Ward.ofAFile()
                .take(pains("2026-10-24T12:00:00+02:00", "2026-10-25T00:30:00+02:00", "2026-10-25T23:30:00+01:00"));

        assertThat(ward.told()).isEmpty();
        assertThat(ward.take(pains("2026-10-27T12:00:00+01:00")).changes(PERSISTENT_PAIN))
                .containsExactly(OPENED);
    }

    @Test
    void aDayOfTwentyThreeHoursCountsLikeAnyOther() {
        Ward ward = Ward.ofAFile()
                .take(pains("2026-03-28T23:50:00+01:00", "2026-03-29T03:10:00+02:00", "2026-03-31T12:00:00+02:00"));

        assertThat(ward.changes(PERSISTENT_PAIN)).containsExactly(OPENED);
    }

    @Test
    void aFlightEastAndWestKeepsTheLocalDates() {
        Ward ward = Ward.ofAFile()
                .take(pains("2026-11-01T20:00:00-08:00", "2026-11-02T20:00:00+09:00", "2026-11-04T20:00:00-08:00"));

        assertThat(ward.changes(PERSISTENT_PAIN)).containsExactly(OPENED);
        assertThat(ward.told().get(0).since()).isEqualTo("2026-11-01");
        assertThat(ward.told().get(0).newestDay()).isEqualTo("2026-11-04");
    }

    @Test
    void aDateLivedTwiceIsOneDay() {
        Ward ward = Ward.ofAFile()
                .take(pains(
                        "2026-11-01T20:00:00+13:00",
                        "2026-11-01T09:00:00-10:00",
                        "2026-11-03T20:00:00-10:00",
                        "2026-11-03T21:00:00-10:00"));

        assertThat(ward.told()).isEmpty();
    }

    @Test
    void silenceEndsAFindingAtTheMidnightOfThePlaceOfTheNewestEvent() {
        Ward ward = Ward.live();
        Stream.of("2026-11-01T20:00:00+01:00", "2026-11-02T20:00:00+01:00", "2026-11-04T20:00:00-05:00")
                .forEach(at -> ward.takeLive(pains(at)));

        assertThat(ward.chart().register().due())
                .contains(OffsetDateTime.parse("2026-12-05T00:00:00-05:00").toInstant());
    }

    @Test
    void aBoutOverTheHourThatComesTwiceKeepsItsLength() {
        ActivityBout sitting = ActivityBout.of(
                        "b",
                        Diary.PATIENT,
                        OffsetDateTime.parse("2026-10-25T01:30:00+02:00"),
                        OffsetDateTime.parse("2026-10-25T02:30:00+01:00"))
                .activity(Activity.SITTING)
                .build();

        Ward ward = Ward.ofAFile().take(List.<Event>of(sitting));

        assertThat(ward.chart().day(sitting.date()).strip().minutes(Posture.SITTING))
                .isEqualTo(120);
    }

    private static List<Event> pains(String... times) {
        return Stream.of(times)
                .map(time ->
                        (Event) PainReport.of("r" + time.replace("+", "."), Diary.PATIENT, OffsetDateTime.parse(time))
                                .site(Site.LOWER_BACK)
                                .side(Side.LEFT)
                                .intensity(5)
                                .build())
                .toList();
    }
}
