package plumbline.cohort.observe;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.cohort.chance.Dice;
import plumbline.cohort.diary.Diary;
import plumbline.cohort.latent.Background;
import plumbline.cohort.latent.Calendar;
import plumbline.cohort.latent.Life;
import plumbline.cohort.latent.Person;
import plumbline.cohort.wearable.Device;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.PainReport;
import plumbline.contract.patient.PatientProfile;
import plumbline.contract.vocabulary.Limit;

/** One patient as a server sees one. */
public final class Observation {
    private static final long HABITS = 101;
    private static final long WEARING = 102;
    private static final long ENTRIES = 103;
    private static final long BOUTS = 104;
    private static final long SENDING = 105;

    private final long seed;
    private final Life life;
    private final Calendar calendar;
    private final Diary diary;
    private final Device device;
    private final Transport transport;
    private final TransportRates rates;

    public Observation(long seed, Life life, Calendar calendar, ObservationRates rates) {
        this.seed = seed;
        this.life = life;
        this.calendar = calendar;
        this.rates = rates.transport();
        this.transport = new Transport(rates.transport());
        this.diary = new Diary(life, calendar, rates.diary(), dice(HABITS, 0));
        this.device = new Device(life, calendar, rates.device(), dice(WEARING, 0));
    }

    public Life life() {
        return life;
    }

    public Device device() {
        return device;
    }

    /** A report at a moment of a day, beyond the diary. */
    public PainReport report(String id, OffsetDateTime at, int day, Dice dice) {
        return diary.now(id, at, day, dice);
    }

    /** A walk at a moment of a day, beyond the usual. */
    public ActivityBout walk(String id, OffsetDateTime start, OffsetDateTime end, int day, Dice dice) {
        return device.walk(id, start, end, day, dice);
    }

    /** What the patient writes on a day, before anything happens to it on its way. */
    public List<PainReport> told(int day) {
        return diary.day(day, dice(ENTRIES, day));
    }

    /** What the device records on a day, before anything happens to it on its way. */
    public List<ActivityBout> recorded(int day) {
        return device.day(day, dice(BOUTS, day));
    }

    /** What the directory says; nothing of a patient without risk factors. */
    public Optional<PatientProfile> profile() {
        Person person = life.person();
        Background background = person.background();
        return background.riskFactors().isEmpty()
                ? Optional.empty()
                : Optional.of(new PatientProfile(
                        person.id(),
                        background.birthYear(),
                        Optional.of(person.whereabouts().home()),
                        Optional.empty(),
                        Optional.empty(),
                        background.riskFactors(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** What is sent because of a day, in no order; received on that day or in the week after, the odd repeat two days later still. */
    public List<Arrival> day(int day) {
        List<Arrival> arrivals = new ArrayList<>();
        Dice dice = dice(SENDING, day);
        for (PainReport entry : told(day)) {
            boolean alarm = !entry.symptoms().isEmpty() || !entry.limits().isEmpty();
            transport.send(entry, !alarm, dice, arrivals);
        }
        for (ActivityBout bout : recorded(day)) {
            transport.send(bout, false, dice, arrivals);
        }
        if (dice.chance(rates.mistaken())) {
            transport.withdraw(slip(day, dice), dice, arrivals);
        }
        return arrivals;
    }

    /** A pain that somebody else's thumb entered. */
    private PainReport slip(int day, Dice dice) {
        LocalDate date = calendar.date(day);
        LocalTime time = LocalTime.of(dice.between(8, 20), dice.between(0, 59));
        return PainReport.of(
                        date + "-x1",
                        life.person().id(),
                        life.person().whereabouts().moment(date, time))
                .site(life.person().region().site())
                .side(life.person().region().side())
                .intensity(dice.between(4, 9))
                .limits(Set.of(Limit.WORK))
                .source("app/cohort")
                .build();
    }

    private Dice dice(long purpose, int day) {
        return Dice.of(seed, life.person().number(), purpose, day);
    }
}
