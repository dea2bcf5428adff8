package plumbline.cohort.wearable;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import plumbline.cohort.chance.Dice;
import plumbline.cohort.latent.Calendar;
import plumbline.cohort.latent.Life;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.vocabulary.Activity;

/** What one patient's device records, day by day: about ten bouts, or the signs of lying on the table. */
public final class Device {
    private static final int MINUTES_OF_DAY = 21 * 60 + 30;
    private static final int WAKES = 7 * 60;

    /** Past this pain a patient walks half as much. */
    private static final int HARDLY_WALKS = 7;

    private final Life life;
    private final Calendar calendar;
    private final Wear wear;
    private final Wiring wiring;
    private final Sensor sensor;

    /** The device of a life. The dice decide wear and wiring; those of each day, the bouts. */
    public Device(Life life, Calendar calendar, DeviceRates rates, Dice dice) {
        this.life = life;
        this.calendar = calendar;
        this.wear = new Wear(calendar.days(), rates.unworn(), dice);
        this.wiring = new Wiring(calendar.days(), rates.pairings(), dice);
        this.sensor = new Sensor(life.body(), rates);
    }

    public Wear wear() {
        return wear;
    }

    public Wiring wiring() {
        return wiring;
    }

    /** The bouts of a day, in the order of their beginning. */
    public List<ActivityBout> day(int day, Dice dice) {
        return wear.unworn(day) ? onTheTable(day, dice) : worn(day, dice);
    }

    /** A walk at a moment of a day. */
    public ActivityBout walk(String id, OffsetDateTime start, OffsetDateTime end, int day, Dice dice) {
        int minutes = (int) Duration.between(start, end).toMinutes();
        return bout(id, start, end, day)
                .activity(Activity.WALKING)
                .repetitions(minutes * dice.between(90, 115))
                .load(sensor.day(day, wiring.on(day).swapped(), dice).load(dice))
                .build();
    }

    /** Half of the devices say nothing, a quarter say that they are not worn, a quarter record a very long rest. */
    private List<ActivityBout> onTheTable(int day, Dice dice) {
        double habit = dice.unit();
        if (habit < 0.5) {
            return List.of();
        }
        boolean says = habit < 0.75;
        int hours = says ? dice.between(8, 14) : dice.between(21, 23);
        return List.of(bout("t0", day, 5, hours * 60, says ? Activity.OTHER : Activity.SITTING)
                .worn(!says)
                .build());
    }

    private List<ActivityBout> worn(int day, Dice dice) {
        List<ActivityBout> bouts = new ArrayList<>();
        Sensor.Day sensed = sensor.day(day, wiring.on(day).swapped(), dice);
        double walks = life.own().worst(day) >= HARDLY_WALKS ? 0.2 : 0.4;
        int minute = WAKES + dice.between(0, 60);
        while (minute < MINUTES_OF_DAY) {
            double what = dice.unit();
            String id = "b" + bouts.size();
            ActivityBout.Builder bout;
            int length;
            if (what < walks) {
                length = dice.between(3, 20);
                bout = bout(id, day, minute, length, Activity.WALKING)
                        .repetitions(length * dice.between(90, 115))
                        .load(sensed.load(dice));
            } else if (what < 0.8) {
                length = dice.between(15, 75);
                bout = bout(id, day, minute, length, Activity.SITTING);
            } else if (what < 0.99) {
                length = dice.between(5, 45);
                bout = bout(id, day, minute, length, Activity.STANDING);
            } else {
                length = dice.between(5, 30);
                bout = Labour.bout(bout(id, day, minute, length, Activity.LIFTING), length, dice);
            }
            bouts.add(bout.build());
            minute += length + dice.between(15, 90);
        }
        return bouts;
    }

    private ActivityBout.Builder bout(String id, int day, int minute, int length, Activity activity) {
        LocalDate date = calendar.date(day);
        OffsetDateTime start = life.person().whereabouts().moment(date, LocalTime.of(minute / 60, minute % 60));
        return bout(date + "-" + id, start, start.plusMinutes(length), day).activity(activity);
    }

    private ActivityBout.Builder bout(String id, OffsetDateTime start, OffsetDateTime end, int day) {
        return ActivityBout.of(id, life.person().id(), start, end)
                .source("insole/cohort-" + wiring.on(day).number());
    }
}
