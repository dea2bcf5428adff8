package plumbline.analytics.posture;

import java.util.ArrayList;
import java.util.List;
import plumbline.analytics.effort.Effort;
import plumbline.analytics.policy.LoadAndPosture;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Posture;
import plumbline.analytics.timeline.Strip;

/**
 * What a day asked of the body so far, as far as the device was worn. Without wear no posture is judged, for a device on a table
 * sits, too: nothing counts before the first movement of the day, and nothing at all on a day that is mostly one posture.
 */
@SuppressWarnings("EnumOrdinal") // Counts by constant.
final class Strain {
    private static final int HOUR = 60;
    private static final int NEVER = Strip.MINUTES;

    private final DayRecord day;
    private final LoadAndPosture policy;
    private final int[] minutes = new int[Posture.values().length];
    private final int firstMovement;
    private final int sittingSince;

    Strain(DayRecord day, LoadAndPosture policy) {
        this.day = day;
        this.policy = policy;
        Strip strip = day.strip();
        int moved = NEVER;
        int sat = 0;
        int minute = 0;
        for (int run = 0; run < strip.runs(); run++) {
            Posture posture = strip.posture(run);
            minutes[posture.ordinal()] += strip.length(run);
            if (posture == Posture.MOVING) {
                moved = Math.min(moved, minute);
            } else if (posture == Posture.SITTING && moved < minute) {
                sat += strip.length(run);
            }
            minute += strip.length(run);
        }
        firstMovement = moved;
        sittingSince = sat;
    }

    private boolean isWorn() {
        int still = policy.wear().stillHours() * HOUR;
        return firstMovement < NEVER
                && minutes[Posture.UNWORN.ordinal()] < still
                && minutes[Posture.LYING.ordinal()] < still
                && minutes[Posture.SITTING.ordinal()] < still
                && minutes[Posture.STANDING.ordinal()] < still;
    }

    List<Stretch> sitting(int leastMinutes) {
        return still(Posture.SITTING, leastMinutes);
    }

    List<Stretch> standing(int leastMinutes) {
        return still(Posture.STANDING, leastMinutes);
    }

    private List<Stretch> still(Posture posture, int leastMinutes) {
        return isWorn()
                ? Stillness.of(day.strip(), posture, firstMovement, policy.breakMinutes(), leastMinutes)
                : List.of();
    }

    int minutesSitting() {
        return isWorn() ? sittingSince : 0;
    }

    /**
     * Movements repeated too often for too long, in one bout or in several with pauses that are no break.
     *
     * @param amount the most movements a minute, in 1/10
     */
    record Repeated(Stretch stretch, int amount) {}

    List<Repeated> repeated() {
        List<Repeated> all = new ArrayList<>();
        for (Effort effort : day.efforts().all()) {
            if (effort.kind() != Effort.Kind.REPETITION
                    || effort.amount() <= 10 * policy.effort().perMinute()) {
                continue;
            }
            Stretch bout = new Stretch(effort.minute(), effort.minute() + effort.minutes());
            int last = all.size() - 1;
            if (last >= 0 && bout.from() - all.get(last).stretch().to() < policy.breakMinutes()) {
                Repeated before = all.get(last);
                Stretch both = new Stretch(
                        before.stretch().from(), Math.max(before.stretch().to(), bout.to()));
                all.set(last, new Repeated(both, Math.max(before.amount(), effort.amount())));
            } else {
                all.add(new Repeated(bout, effort.amount()));
            }
        }
        all.removeIf(each -> each.stretch().minutes() < policy.effort().minutes());
        return all;
    }

    /** Lifts that are too heavy. */
    List<Effort> heavy() {
        return day.efforts()
                .of(Effort.Kind.LIFT)
                .filter(effort -> effort.amount() > 100 * policy.effort().liftingIndex())
                .toList();
    }

    /** The share of the day on which the device was on the body and saw something. */
    double wornShare() {
        int unworn = minutes[Posture.NO_DATA.ordinal()] + minutes[Posture.UNWORN.ordinal()];
        return Math.round(100.0 * (Strip.MINUTES - unworn) / Strip.MINUTES) / 100.0;
    }

    /** A number that stays the same for as long as no rule can see a difference: what tells that a bout needs no second look. */
    long glance() {
        long glance = 0;
        if (isWorn()) {
            LoadAndPosture.Sitting sit = policy.sitting();
            LoadAndPosture.Standing stand = policy.standing();
            glance = reached(Posture.SITTING, sit.withPainMinutes(), sit.minutes());
            glance = 4096 * glance + reached(Posture.STANDING, stand.minutes(), stand.painFreeMinutes());
            glance = 2 * glance + (sittingSince > sit.dailyMinutes() ? 1 : 0);
        }
        glance = 128 * glance + repeated().size();
        return 128 * glance + heavy().size();
    }

    /** How often each of two limits was reached. */
    private long reached(Posture posture, int least, int most) {
        List<Stretch> stretches = still(posture, least);
        long longer = stretches.stream().filter(each -> each.minutes() >= most).count();
        return 64 * longer + stretches.size();
    }
}
