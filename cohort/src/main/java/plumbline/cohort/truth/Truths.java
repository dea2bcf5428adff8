package plumbline.cohort.truth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import plumbline.cohort.latent.Body;
import plumbline.cohort.latent.Calendar;
import plumbline.cohort.latent.Compensation;
import plumbline.cohort.latent.Danger;
import plumbline.cohort.latent.Life;
import plumbline.cohort.latent.PainCourse;
import plumbline.cohort.latent.Region;
import plumbline.cohort.truth.Definitions.Stretch;
import plumbline.cohort.wearable.Device;
import plumbline.cohort.wearable.Wiring.Pairing;

/** The facts of one life. */
public final class Truths {
    private final Calendar calendar;
    private final Life life;
    private final String patient;
    private final List<Truth.OfPatient> facts = new ArrayList<>();

    private Truths(Calendar calendar, Life life) {
        this.calendar = calendar;
        this.life = life;
        this.patient = life.person().id();
    }

    /**
     * All facts of a patient, in a fixed order.
     *
     * @param directional whether the recorded sides can mean anything: with permuted sides there is no compensation to be found
     */
    public static List<Truth.OfPatient> of(Calendar calendar, Life life, Device device, boolean directional) {
        Truths truths = new Truths(calendar, life);
        truths.days(device);
        truths.pain(life.own(), life.person().region());
        truths.pain(life.elsewhere(), life.person().elsewhere());
        truths.dangers();
        if (directional) {
            truths.lean();
        }
        if (life.body().measure().isSided()) {
            truths.swaps(device.wiring().swaps());
        }
        return List.copyOf(truths.facts);
    }

    private void days(Device device) {
        int healthy = (int) IntStream.range(0, calendar.days())
                .filter(day -> life.own().worst(day) == 0 && life.elsewhere().worst(day) == 0)
                .count();
        List<LocalDate> unworn = IntStream.range(0, calendar.days())
                .filter(device.wear()::unworn)
                .mapToObj(calendar::date)
                .toList();
        facts.add(new Truth.PatientDays(patient, calendar.days(), healthy, unworn));
    }

    private void pain(PainCourse pain, Region region) {
        for (Stretch stretch : Definitions.persistent(pain)) {
            int painDays = (int) IntStream.rangeClosed(stretch.begin(), stretch.end())
                    .filter(day -> pain.worst(day) >= 3)
                    .count();
            facts.add(new Truth.Persistent(
                    patient,
                    region.site(),
                    region.side(),
                    date(stretch.begin()),
                    date(stretch.held()),
                    date(stretch.end()),
                    painDays));
        }
        for (Stretch stretch : Definitions.recurrent(pain)) {
            facts.add(new Truth.Recurrent(
                    patient,
                    region.site(),
                    region.side(),
                    date(stretch.begin()),
                    date(stretch.held()),
                    date(stretch.end())));
        }
        for (Stretch stretch : Definitions.spells(pain.days(), 1, pain::flaring)) {
            facts.add(
                    new Truth.Flare(patient, region.site(), region.side(), date(stretch.begin()), date(stretch.end())));
        }
    }

    private void dangers() {
        Region region = life.person().region();
        for (Stretch spell : Definitions.urgent(life)) {
            boolean sudden =
                    IntStream.rangeClosed(spell.begin(), spell.end()).anyMatch(day -> Definitions.sudden(life, day));
            facts.add(new Truth.Urgent(
                    patient, region.site(), region.side(), date(spell.begin()), date(spell.end()), sudden));
        }
        for (Danger danger : life.dangers()) {
            if (danger.kind() != Danger.Kind.SUDDEN_SEVERE_PAIN) {
                facts.add(new Truth.Sign(
                        patient,
                        danger.kind() == Danger.Kind.EMERGENCY_SIGN,
                        life.person().whereabouts().moment(date(danger.day()), danger.time())));
            }
        }
    }

    private void lean() {
        Region region = life.person().region();
        Body body = life.body();
        for (Compensation compensation : body.compensations()) {
            int end = compensation.end() + Compensation.FADE - 1;
            if (end >= 0 && compensation.onset() < calendar.days()) {
                double amplitude = Math.abs(compensation.amplitude());
                facts.add(new Truth.Compensating(
                        patient,
                        region.site(),
                        region.side(),
                        compensation.loadedSide(),
                        body.measure(),
                        date(compensation.onset()),
                        date(Math.min(end, calendar.days() - 1)),
                        amplitude,
                        amplitude / body.sigma()));
            }
        }
    }

    private void swaps(List<Pairing> swaps) {
        for (Pairing swap : swaps) {
            facts.add(new Truth.Swapped(patient, life.body().measure(), date(swap.from()), date(swap.until() - 1)));
        }
    }

    private LocalDate date(int day) {
        return calendar.date(day);
    }
}
