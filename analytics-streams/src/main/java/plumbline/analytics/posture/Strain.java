package plumbline.analytics.posture;

import java.util.List;
import java.util.stream.Stream;
import plumbline.analytics.effort.Effort;
import plumbline.analytics.policy.LoadAndPosture;
import plumbline.analytics.posture.Stillness.Stretch;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Posture;
import plumbline.analytics.timeline.Strip;

/** What a day asked of the body so far, as far as the device was worn. */
final class Strain {
    private static final int HOUR = 60;

    private final DayRecord day;
    private final LoadAndPosture policy;

    Strain(DayRecord day, LoadAndPosture policy) {
        this.day = day;
        this.policy = policy;
    }

    /**
     * Whether the device shows wear: some movement, and no posture for most of the day. Without, nothing is judged, for a device on
     * a table sits, too.
     */
    boolean isWorn() {
        Strip strip = day.strip();
        int still = policy.wear().stillHours() * HOUR;
        return strip.minutes(Posture.MOVING) > 0
                && Stream.of(Posture.UNWORN, Posture.LYING, Posture.SITTING, Posture.STANDING)
                        .noneMatch(posture -> strip.minutes(posture) >= still);
    }

    List<Stretch> sitting(int leastMinutes) {
        return still(Posture.SITTING, leastMinutes);
    }

    List<Stretch> standing(int leastMinutes) {
        return still(Posture.STANDING, leastMinutes);
    }

    private List<Stretch> still(Posture posture, int leastMinutes) {
        return isWorn() ? Stillness.of(day.strip(), posture, policy.breakMinutes(), leastMinutes) : List.of();
    }

    int minutesSitting() {
        return isWorn() ? day.strip().minutes(Posture.SITTING) : 0;
    }

    /** Bouts of movements that are repeated too often for too long. */
    List<Effort> repetitive() {
        return day.efforts()
                .of(Effort.Kind.REPETITION)
                .filter(effort -> effort.amount() > 10 * policy.effort().perMinute()
                        && effort.minutes() >= policy.effort().minutes())
                .toList();
    }

    /** Lifts that are too heavy. */
    List<Effort> heavy() {
        return day.efforts()
                .of(Effort.Kind.LIFT)
                .filter(effort -> effort.amount() > 100 * policy.effort().liftingIndex())
                .toList();
    }

    double wornShare() {
        Strip strip = day.strip();
        int worn = Strip.MINUTES - strip.minutes(Posture.NO_DATA) - strip.minutes(Posture.UNWORN);
        return Math.round(100.0 * worn / Strip.MINUTES) / 100.0;
    }

    /** A number that stays the same for as long as no rule can see a difference: what tells that a bout needs no second look. */
    long glance() {
        if (day.efforts().all().isEmpty()
                && day.strip().minutes(Posture.SITTING) + day.strip().minutes(Posture.STANDING)
                        < Math.min(
                                policy.sitting().withPainMinutes(),
                                policy.standing().minutes())) {
            return 0;
        }
        long glance = sitting(policy.sitting().withPainMinutes()).size();
        glance = 64 * glance + sitting(policy.sitting().minutes()).size();
        glance = 64 * glance + standing(policy.standing().minutes()).size();
        glance = 64 * glance + standing(policy.standing().painFreeMinutes()).size();
        glance = 128 * glance + repetitive().size();
        glance = 128 * glance + heavy().size();
        return 2 * glance + (minutesSitting() > policy.sitting().dailyMinutes() ? 1 : 0);
    }
}
