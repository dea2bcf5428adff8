package plumbline.analytics;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Event;
import plumbline.contract.event.Lift;
import plumbline.contract.event.PainReport;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Limit;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

/** What may happen to a patient in some weeks: pain that comes and goes, a lean to one side, corrections, retractions, bad nights. */
public final class Weeks {
    private final Random random;
    private final Diary diary = new Diary();
    private final int painFrom;
    private final int painTo;
    private final int leanFrom;
    private final double lean;
    private final Side side;

    private Weeks(Random random, int days) {
        this.random = random;
        this.painFrom = random.nextInt(days);
        this.painTo = painFrom + random.nextInt(30);
        this.leanFrom = 25 + random.nextInt(days);
        this.lean = random.nextGaussian() * 10;
        this.side = random.nextBoolean() ? Side.LEFT : Side.RIGHT;
    }

    /** The events of so many days, in the order in which they happened. */
    public static List<Event> of(Random random, int days) {
        Weeks weeks = new Weeks(random, days);
        IntStream.range(0, days).forEach(weeks::day);
        return weeks.diary.events();
    }

    private void day(int day) {
        for (int bout = 0; bout < 4; bout++) {
            bout(day, bout);
        }
        if (random.nextInt(4) > 0) {
            report(day);
        }
    }

    private void bout(int day, int number) {
        OffsetDateTime start = Diary.at(day, 6 + 5 * number, random.nextInt(60));
        double index = random.nextGaussian() * 2 + (day >= leanFrom ? lean : 0);
        ActivityBout.Builder bout = ActivityBout.of(
                        "b" + number, diary.patientId(), start, start.plusMinutes(random.nextInt(180)))
                .activity(Activity.values()[random.nextInt(Activity.values().length)])
                .load(Diary.load(random.nextInt(3) > 0 ? Measure.GROUND_FORCE : Measure.STANCE_TIME, index));
        if (random.nextInt(6) == 0) {
            bout.repetitions(random.nextInt(3_000));
        }
        if (random.nextInt(12) == 0) {
            bout.lift(new Lift(random.nextInt(60) + 1, 30, 60, 40, 0, 1));
        }
        diary.add(bout.build());
        if (random.nextInt(10) == 0) {
            diary.add(bout.version(1)
                    .load(Diary.load(Measure.GROUND_FORCE, -index))
                    .retracted(random.nextBoolean())
                    .build());
        }
    }

    private void report(int day) {
        boolean hurts = day >= painFrom && day <= painTo;
        PainReport.Builder report = PainReport.of("r" + day, diary.patientId(), Diary.at(day, 20, random.nextInt(60)))
                .site(random.nextInt(8) == 0 ? Site.HIP : Site.LOWER_BACK)
                .side(side)
                .intensity(hurts ? 2 + random.nextInt(8) : random.nextInt(2))
                .flare(random.nextInt(15) == 0)
                .onset(random.nextInt(8) == 0 ? Onset.SUDDEN : Onset.GRADUAL)
                .limits(random.nextInt(6) == 0 ? List.of(Limit.SLEEP) : List.of())
                .symptoms(
                        random.nextInt(25) == 0
                                ? List.of(Symptom.values()[random.nextInt(Symptom.values().length)])
                                : List.of());
        diary.add(report.build());
        if (random.nextInt(8) == 0) {
            diary.add(report.version(1).intensity(random.nextInt(11)).build());
        }
        if (random.nextInt(12) == 0) {
            diary.add(report.version(2).retracted(true).build());
        }
    }
}
