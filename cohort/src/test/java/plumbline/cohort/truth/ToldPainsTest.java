package plumbline.cohort.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.cohort.truth.Definitions.Stretch;
import plumbline.contract.event.PainReport;
import plumbline.contract.vocabulary.Onset;

/** What follows from a diary by the text of the definitions. */
class ToldPainsTest {
    private final ToldDays told = new ToldDays(140);

    @Test
    void recursOnceTheDiaryShowsThirtyFreeDays() {
        tell(4, 0, 1, 2, 3);
        tell(0, IntStream.range(4, 50).toArray());
        tell(2, 50, 52);
        assertThat(new ToldPains(told).recurrent()).containsExactly(new Stretch(50, 52, 52));
    }

    @Test
    void doesNotRecurAfterSilence() {
        tell(4, 0, 1, 2, 3);
        tell(0, IntStream.range(4, 20).toArray());
        tell(2, 50, 51);
        assertThat(new ToldPains(told).recurrent()).isEmpty();
    }

    @Test
    void doesNotRecurWithTwoDaysUntoldOrOneFreeBetween() {
        tell(4, 0, 1, 2, 3);
        tell(0, IntStream.range(4, 50).toArray());
        tell(2, 50, 53, 55);
        tell(0, 54);
        assertThat(new ToldPains(told).recurrent()).isEmpty();
    }

    @Test
    void lastsTwoWeeksUnlessItImproved() {
        tell(6, IntStream.range(0, 20).toArray());
        assertThat(new ToldPains(told).lasting(14)).extracting(Stretch::held).containsExactly(14);
        ToldDays better = new ToldDays(60);
        IntStream.range(0, 7).forEach(day -> better.tell(day, report(day, 6)));
        IntStream.range(7, 20).forEach(day -> better.tell(day, report(day, 3)));
        assertThat(new ToldPains(better).lasting(14)).isEmpty();
        assertThat(new ToldPains(better).improvements())
                .extracting(Stretch::held)
                .containsExactly(10);
    }

    @Test
    void worsensWhenTheWeekIsTwoPointsOverTheMonth() {
        tell(2, IntStream.range(0, 28).toArray());
        tell(5, IntStream.range(28, 40).toArray());
        assertThat(new ToldPains(told).worsenings()).extracting(Stretch::held).containsExactly(31);
    }

    @Test
    void isUrgentWhenSevereAndSudden() {
        told.tell(3, report(3, 7));
        told.tell(
                5,
                PainReport.of("r", "p", at(5)).intensity(7).onset(Onset.SUDDEN).build());
        assertThat(IntStream.range(0, 10).filter(told::urgent)).containsExactly(5);
    }

    private void tell(int pain, int... days) {
        IntStream.of(days).forEach(day -> told.tell(day, report(day, pain)));
    }

    private static PainReport report(int day, int pain) {
        return PainReport.of("r" + day, "p", at(day)).intensity(pain).build();
    }

    private static OffsetDateTime at(int day) {
        return LocalDate.of(2026, 1, 1).plusDays(day).atTime(18, 0).atOffset(ZoneOffset.UTC);
    }
}
