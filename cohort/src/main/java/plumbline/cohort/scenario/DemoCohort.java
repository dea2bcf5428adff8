package plumbline.cohort.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plumbline.cohort.chance.Dice;
import plumbline.cohort.diary.DiaryRates;
import plumbline.cohort.latent.Calendar;
import plumbline.cohort.latent.Person;
import plumbline.cohort.observe.Arrival;
import plumbline.cohort.observe.Observation;
import plumbline.cohort.observe.ObservationRates;
import plumbline.cohort.observe.TransportRates;
import plumbline.cohort.wearable.DeviceRates;
import plumbline.contract.event.Event;

/**
 * A small cohort with assigned parts: six weeks of history until a given day, and on from there for a year. A function of seed, size
 * and day, so that a demonstration that is stopped can go on where it was.
 */
public final class DemoCohort {
    /** Days of history before the first day. */
    public static final int HISTORY = 42;

    /** The smallest cohort in which every part is played. */
    public static final int FEWEST = Role.FIRST;

    private static final int AFTER = 366;
    private static final double MISSING = 0.08;
    private static final double REPORTS = 0.1;
    private static final Comparator<Event> BY_END = Comparator.comparing(
                    (Event event) -> event.end().toInstant())
            .thenComparing(Event::patient)
            .thenComparing(Event::id);

    private final long seed;
    private final ZoneId zone;
    private final Calendar calendar;
    private final List<Observation> patients;

    private DemoCohort(long seed, ZoneId zone, Calendar calendar, List<Observation> patients) {
        this.seed = seed;
        this.zone = zone;
        this.calendar = calendar;
        this.patients = patients;
    }

    /**
     * The cohort of a demonstration.
     *
     * @param size {@link #FEWEST} or more for every part to be played
     * @param today the day on which the demonstration begins
     */
    public static DemoCohort of(long seed, int size, LocalDate today, ZoneId zone) {
        Calendar calendar = new Calendar(today.minusDays(HISTORY), HISTORY + AFTER);
        Casting casting = new Casting(seed, HISTORY, calendar.days(), zone);
        ObservationRates rates = new ObservationRates(
                new DiaryRates(OptionalDouble.of(MISSING), 0.3, 0),
                new DeviceRates(OptionalDouble.of(MISSING), 0, false, 1),
                TransportRates.perfect());
        List<Observation> patients = IntStream.range(0, size)
                .mapToObj(number -> new Observation(seed, casting.life(number), calendar, rates))
                .toList();
        return new DemoCohort(seed, zone, calendar, patients);
    }

    public List<DemoPatient> patients() {
        return patients.stream().map(DemoCohort::described).toList();
    }

    private static DemoPatient described(Observation patient) {
        Person person = patient.life().person();
        return new DemoPatient(
                person.id(),
                Role.of(person.number()),
                person.region().site(),
                person.region().side());
    }

    /** All that ended after the one and until the other moment, in the order of ending. */
    public Stream<Event> between(Instant after, Instant until) {
        int first = Math.max(0, calendar.day(after.atZone(zone).toLocalDate()) - 1);
        int last = Math.min(calendar.days() - 1, calendar.day(until.atZone(zone).toLocalDate()));
        return IntStream.rangeClosed(first, last)
                .boxed()
                .flatMap(day -> patients.stream().flatMap(patient -> patient.day(day).stream()))
                .map(Arrival::event)
                .filter(event -> {
                    Instant end = event.end().toInstant();
                    return end.isAfter(after) && !end.isAfter(until);
                })
                .sorted(BY_END);
    }

    /** What a few of the patients send at this moment, beyond their usual days: short walks, and now and then a report. */
    public List<Event> now(Instant moment) {
        Dice dice = Dice.of(seed, moment.getEpochSecond());
        OffsetDateTime end = moment.atZone(zone).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
        int day = Math.min(calendar.days() - 1, calendar.day(end.toLocalDate()));
        String id = "live-" + end.toEpochSecond();
        return IntStream.range(0, dice.between(1, 3))
                .map(i -> dice.between(0, patients.size() - 1))
                .distinct()
                .mapToObj(patients::get)
                .<Event>map(patient -> dice.chance(REPORTS)
                        ? patient.report(id, end, day, dice)
                        : patient.walk(id, end.minusMinutes(dice.between(1, 2)), end, day, dice))
                .toList();
    }
}
