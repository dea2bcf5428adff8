package plumbline.notifier.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.contract.patient.QuietHours;

/** Quiet hours over every change of every clock of the world, 2015-2030. */
class WallClockLaws {
    private static final Instant FIRST = Instant.parse("2015-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void heldOnceAndReleasedNeverEarlyAndNeverIntoQuietHours() {
        int changes = 0;
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            ZoneRules rules = zone.getRules();
            ZoneOffsetTransition change = rules.nextTransition(FIRST);
            while (change != null && change.getInstant().isBefore(LAST)) {
                changes++;
                around(change, zone);
                change = rules.nextTransition(change.getInstant());
            }
        }
        assertThat(changes).isGreaterThan(3_000);
    }

    private static void around(ZoneOffsetTransition change, ZoneId zone) {
        LocalTime touched = change.getDateTimeBefore()
                .plus(change.getDuration().dividedBy(2))
                .toLocalTime();
        List<QuietHours> all = List.of(
                new QuietHours(touched.minusHours(5), touched),
                new QuietHours(touched, touched.plusHours(5)),
                new QuietHours(touched.minusHours(1), touched.plusHours(3)));
        for (QuietHours hours : all) {
            Instant end = change.getInstant().plus(Duration.ofHours(9));
            for (Instant now = change.getInstant().minus(Duration.ofHours(9));
                    now.isBefore(end);
                    now = now.plus(Duration.ofMinutes(30))) {
                judge(hours, zone, now, change);
            }
        }
    }

    private static void judge(QuietHours hours, ZoneId zone, Instant now, ZoneOffsetTransition change) {
        Optional<Instant> release = WallClock.endOf(hours, zone, now);
        Instant moment = now;
        release.ifPresent(at -> {
            assertThat(at).as("%s %s", zone, hours).isAfter(moment);
            assertThat(WallClock.endOf(hours, zone, at))
                    .as("%s %s: released at %s", zone, hours, at)
                    .isEmpty();
        });
        // In the hour that is shown twice the clock on the wall cannot tell; elsewhere it can.
        boolean doubled = change.isOverlap()
                && Duration.between(change.getInstant(), now)
                                .abs()
                                .compareTo(change.getDuration().abs())
                        <= 0;
        if (!doubled) {
            assertThat(release.isPresent())
                    .as("%s %s at %s", zone, hours, now)
                    .isEqualTo(hours.cover(now.atZone(zone).toLocalTime()));
        }
    }
}
