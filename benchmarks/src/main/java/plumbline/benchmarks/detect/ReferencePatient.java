package plumbline.benchmarks.detect;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.event.SidedLoad;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/** A patient whose device tells of every quarter of an hour, and who reports twice a day; the same one for the same seed. */
final class ReferencePatient {
    static final int BOUTS = 96;
    static final int EVENTS_A_DAY = BOUTS + 2;

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int MINUTES = 15;
    private static final Activity[] DAY = {
        Activity.SITTING, Activity.WALKING, Activity.SITTING, Activity.STANDING, Activity.WALKING
    };

    private final String id;
    private final Random random;

    ReferencePatient(String id, long seed) {
        this.id = id;
        this.random = new Random(seed);
    }

    /** The events of so many days, in the order in which they ended. */
    List<Event> days(int from, int count) {
        List<Event> events = new ArrayList<>(count * EVENTS_A_DAY);
        for (int day = from; day < from + count; day++) {
            for (int bout = 0; bout < BOUTS; bout++) {
                events.add(bout(day, bout));
                if (bout == 32 || bout == 80) {
                    events.add(report(day, bout));
                }
            }
        }
        return events;
    }

    private Event bout(int day, int number) {
        OffsetDateTime start = at(day, number);
        boolean awake = number >= 28 && number < 92;
        Activity activity = awake ? DAY[random.nextInt(DAY.length)] : Activity.LYING;
        ActivityBout.Builder bout = ActivityBout.of("b" + day + "-" + number, id, start, start.plusMinutes(MINUTES))
                .activity(activity)
                .source("insole/reference");
        if (activity == Activity.WALKING) {
            double left = 800 + random.nextGaussian() * 12;
            bout.load(new SidedLoad(Measure.GROUND_FORCE, left, 805 + random.nextGaussian() * 12))
                    .repetitions(1_500);
        }
        return bout.build();
    }

    private Event report(int day, int bout) {
        boolean hurts = day % 60 > 20 && day % 60 < 45;
        return PainReport.of("r" + day + "-" + bout, id, at(day, bout).plusMinutes(MINUTES))
                .site(Site.LOWER_BACK)
                .side(Side.LEFT)
                .intensity(hurts ? 3 + random.nextInt(4) : random.nextInt(2))
                .source("app/reference")
                .build();
    }

    private static OffsetDateTime at(int day, int bout) {
        return FIRST.plusDays(day)
                .atStartOfDay()
                .plusMinutes((long) bout * MINUTES)
                .atOffset(ZoneOffset.ofHours(1));
    }
}
