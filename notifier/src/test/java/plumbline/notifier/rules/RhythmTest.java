package plumbline.notifier.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.contract.patient.QuietHours;

class RhythmTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    private static Rhythm quiet(String from, String to) {
        return new Rhythm(ZURICH, Optional.of(new QuietHours(LocalTime.parse(from), LocalTime.parse(to))), 3);
    }

    @Test
    void theMorningFollowsTheChangeToWinterTime() {
        Rhythm rhythm = new Rhythm(ZURICH, Optional.empty(), 3);

        assertThat(rhythm.opening(LocalDate.parse("2026-10-24"), Instant.EPOCH))
                .contains(Instant.parse("2026-10-24T06:00:00Z"));
        assertThat(rhythm.opening(LocalDate.parse("2026-10-25"), Instant.EPOCH))
                .contains(Instant.parse("2026-10-25T07:00:00Z"));
    }

    @Test
    void quietHoursBeginAndEndToTheMinute() {
        Rhythm rhythm = quiet("20:00", "09:30");

        assertThat(rhythm.isOpen(Instant.parse("2026-11-20T08:29:59Z"))).isFalse();
        assertThat(rhythm.isOpen(Instant.parse("2026-11-20T08:30:00Z"))).isTrue();
        assertThat(rhythm.isOpen(Instant.parse("2026-11-20T18:59:59Z"))).isTrue();
        assertThat(rhythm.isOpen(Instant.parse("2026-11-20T19:00:00Z"))).isFalse();
    }

    @Test
    void aDayThatIsQuietThroughoutNeverOpens() {
        assertThat(quiet("06:00", "23:00").opening(LocalDate.parse("2026-11-20"), Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void anOpenTimeEndsWithTheNextQuietHour() {
        Instant noon = Instant.parse("2026-11-20T11:00:00Z");

        assertThat(quiet("13:00", "14:00").closing(noon)).isEqualTo(Instant.parse("2026-11-20T12:00:00Z"));
        assertThat(quiet("22:00", "07:00").closing(noon)).isEqualTo(Instant.parse("2026-11-20T20:00:00Z"));
    }
}
