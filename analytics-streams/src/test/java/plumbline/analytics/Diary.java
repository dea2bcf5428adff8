package plumbline.analytics;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
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

/** Writes down what happens to one patient, day after day from the first of September 2026. */
public final class Diary {
    public static final String PATIENT = "p-1";
    public static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    public static final ZoneOffset ZONE = ZoneOffset.ofHours(1);

    private final List<Event> events = new ArrayList<>();
    private final String patient;

    public Diary() {
        this(PATIENT);
    }

    public Diary(String patient) {
        this.patient = patient;
    }

    String patientId() {
        return patient;
    }

    /** The moment at this time of the day with this number, the first being 0. */
    public static OffsetDateTime at(int day, int hour, int minute) {
        return FIRST.plusDays(day).atTime(hour, minute).atOffset(ZONE);
    }

    /** A report at noon in the lower back, left, which a test may still change. */
    public PainReport.Builder report(int day, int intensity) {
        return PainReport.of("r" + day, patient, at(day, 12, 0))
                .site(Site.LOWER_BACK)
                .side(Side.LEFT)
                .intensity(intensity);
    }

    public Diary pain(int day, int intensity) {
        return add(report(day, intensity).build());
    }

    public Diary pain(int firstDay, int lastDay, int intensity) {
        for (int day = firstDay; day <= lastDay; day++) {
            pain(day, intensity);
        }
        return this;
    }

    /** Ten minutes of walking at nine with this symmetry index in percent. */
    public Diary walk(int day, double index) {
        return walk(day, Measure.GROUND_FORCE, index);
    }

    public Diary walk(int day, Measure measure, double index) {
        return add(ActivityBout.of("w" + day + measure, patient, at(day, 9, 0), at(day, 9, 10))
                .activity(Activity.WALKING)
                .load(load(measure, index))
                .build());
    }

    /** Walks on each of the days, the index wobbling a little around its mean, always in the same way. */
    public Diary walks(int firstDay, int lastDay, double index) {
        Random random = new Random(firstDay);
        for (int day = firstDay; day <= lastDay; day++) {
            walk(day, index + random.nextGaussian());
        }
        return this;
    }

    /** Loads whose symmetry index is this. */
    public static SidedLoad load(Measure measure, double index) {
        return new SidedLoad(measure, 800 - 4 * index, 800 + 4 * index);
    }

    public Diary add(Event event) {
        events.add(event);
        return this;
    }

    /** Everything, in the order in which it happened. */
    public List<Event> events() {
        return events.stream().sorted(Comparator.comparing(Event::end)).toList();
    }
}
