package plumbline.standalone.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.event.SidedLoad;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Limit;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Symptom;

/**
 * What one patient sends on one date: two reports and about ten bouts, unless the patient forgets or the device is not worn.
 *
 * @param day the date, counted from the first day of the demo
 */
record DemoDay(long seed, DemoPatient patient, LocalDate date, int day, ZoneId zone) {
    private static final double FORGETS = 0.08;
    private static final double NOT_WORN = 0.08;

    /** Within-person deviation of a score, and of a day's and a bout's symmetry index. */
    private static final double SCORE_NOISE = 0.7;

    private static final double DAY_NOISE = 1.0;
    private static final double BOUT_NOISE = 1.5;

    /** The whole day's events, in no order. */
    List<Event> events() {
        List<Event> events = new ArrayList<>();
        Dice dice = dice(0);
        if (!dice.chance(FORGETS)) {
            events.add(report("r1", LocalTime.of(7, 30).plusMinutes(dice.between(0, 60)), dice));
            events.add(report("r2", LocalTime.of(18, 0).plusMinutes(dice.between(0, 120)), dice));
        }
        if (!dice(1).chance(NOT_WORN)) {
            bouts(events);
        }
        if (day == -1) {
            lastNight(events);
        }
        return events;
    }

    private Dice dice(int purpose) {
        return Dice.of(seed, patient.number(), date.toEpochDay(), purpose);
    }

    private PainReport report(String id, LocalTime time, Dice dice) {
        return at(id, time).intensity(score(dice)).build();
    }

    private PainReport.Builder at(String id, LocalTime time) {
        return PainReport.of(id(id), patient.id(), moment(time))
                .site(patient.site())
                .side(patient.side())
                .source("demo/app");
    }

    /** A score as patients give it: near the truth, whole, and nothing where nothing hurts, or almost. */
    int score(Dice dice) {
        if (!patient.hurts(day)) {
            return dice.chance(0.1) ? 1 : 0;
        }
        return (int) Math.max(1, Math.min(8, Math.round(patient.level() + dice.noise(SCORE_NOISE))));
    }

    private void bouts(List<Event> events) {
        Dice dice = dice(2);
        int count = dice.between(8, 12);
        int spacing = 14 * 60 / count;
        for (int i = 0; i < count; i++) {
            OffsetDateTime start = moment(LocalTime.of(7, 0).plusMinutes((long) i * spacing + dice.between(0, 20)));
            if (i % 4 == 3) {
                events.add(sitting("b" + i, start, dice));
            } else {
                events.add(walking("b" + i, start, dice.between(5, 20), dice));
            }
        }
    }

    private ActivityBout sitting(String id, OffsetDateTime start, Dice dice) {
        return ActivityBout.of(id(id), patient.id(), start, start.plusMinutes(dice.between(15, 35)))
                .activity(Activity.SITTING)
                .source("demo/insole")
                .build();
    }

    /** A walk on which the device compares the sides. */
    ActivityBout walking(String id, OffsetDateTime start, int minutes, Dice dice) {
        double index = patient.symmetry(day) + dice(3).noise(DAY_NOISE) + dice.noise(BOUT_NOISE);
        double mean = patient.measure() == Measure.GROUND_FORCE ? dice.between(740, 860.0) : dice.between(620, 680.0);
        return ActivityBout.of(id(id), patient.id(), start, start.plusMinutes(minutes))
                .activity(Activity.WALKING)
                .repetitions(minutes * dice.between(90, 110))
                .load(new SidedLoad(
                        patient.measure(), tenths(mean * (1 - index / 200)), tenths(mean * (1 + index / 200))))
                .source("demo/insole")
                .build();
    }

    private void lastNight(List<Event> events) {
        if (patient.course() == Course.EMERGENCY_SIGN) {
            events.add(at("night", LocalTime.of(20, 10))
                    .intensity(7)
                    .symptoms(Set.of(Symptom.SADDLE_NUMBNESS, Symptom.BLADDER_CHANGE))
                    .limits(Set.of(Limit.WALKING))
                    .build());
        } else if (patient.course() == Course.SUDDEN_SEVERE) {
            events.add(at("night", LocalTime.of(21, 40))
                    .intensity(9)
                    .onset(Onset.SUDDEN)
                    .limits(Set.of(Limit.STANDING, Limit.SLEEP))
                    .build());
        }
    }

    private String id(String what) {
        return date + "-" + what;
    }

    private OffsetDateTime moment(LocalTime time) {
        return date.atTime(time).atZone(zone).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
    }

    private static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
