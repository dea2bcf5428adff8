package plumbline.cohort.population;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import plumbline.cohort.chance.Dice;
import plumbline.cohort.latent.Background;
import plumbline.cohort.latent.Danger;
import plumbline.cohort.latent.Danger.Kind;
import plumbline.cohort.rates.DangerRates;
import plumbline.contract.patient.RiskFactor;
import plumbline.contract.vocabulary.Symptom;

/** Draws what cannot wait. The symptoms are those that the published table calls emergency or same-day by themselves. */
final class DangerDraw {
    private static final List<Set<Symptom>> EMERGENCIES = List.of(
            Set.of(Symptom.SADDLE_NUMBNESS, Symptom.BLADDER_CHANGE),
            Set.of(Symptom.BOWEL_CHANGE),
            Set.of(Symptom.LEG_SYMPTOMS_NOW_BILATERAL),
            Set.of(Symptom.LEG_WEAKNESS_PROGRESSIVE),
            Set.of(Symptom.GAIT_DISTURBANCE_NEW, Symptom.CLUMSY_LIMBS),
            Set.of(Symptom.CHEST_PAIN),
            Set.of(Symptom.MAJOR_TRAUMA),
            Set.of(Symptom.PULSATILE_ABDOMEN, Symptom.TEARING_PAIN),
            Set.of(Symptom.CANCER_HISTORY, Symptom.LEG_NUMBNESS),
            Set.of(Symptom.COLLAPSE));

    private static final List<Set<Symptom>> SAME_DAYS = List.of(
            Set.of(Symptom.FEVER),
            Set.of(Symptom.RIGORS, Symptom.UNWELL_WITH_PAIN),
            Set.of(Symptom.MOTOR_LOSS_ONE_SIDE),
            Set.of(Symptom.MINOR_TRAUMA, Symptom.OSTEOPOROSIS),
            Set.of(Symptom.CANCER_HISTORY, Symptom.NIGHT_PAIN_UNRELIEVED));

    private static final List<Set<Symptom>> SOONS =
            List.of(Set.of(Symptom.WEIGHT_LOSS_UNEXPLAINED), Set.of(Symptom.THORACIC_OR_BANDLIKE_PAIN));

    private static final double DAYS_PER_MONTH = 30.4375;

    private DangerDraw() {}

    /** The dangers of a patient, who falls only where a fall is one. */
    static List<Danger> draw(Dice dice, int days, Background background, DangerRates rates) {
        List<Danger> dangers = new ArrayList<>();
        draw(dice, days, Kind.EMERGENCY_SIGN, rates.emergencies(), dangers);
        draw(dice, days, Kind.SAME_DAY_SIGN, rates.sameDays(), dangers);
        draw(dice, days, Kind.SUDDEN_SEVERE_PAIN, rates.suddenPains(), dangers);
        draw(dice, days, Kind.SOON_SIGN, rates.soons(), dangers);
        if (background.has(RiskFactor.OSTEOPOROSIS) || background.has(RiskFactor.LONG_TERM_STEROIDS)) {
            draw(dice, days, Kind.FALL, rates.falls(), dangers);
        }
        return dangers;
    }

    private static void draw(Dice dice, int days, Kind kind, double perMonth, List<Danger> dangers) {
        double rate = perMonth / DAYS_PER_MONTH;
        for (double day = dice.wait(rate); day < days; day += 1 + dice.wait(rate)) {
            dangers.add(danger(kind, (int) day, LocalTime.of(dice.between(7, 21), dice.between(0, 59)), dice));
        }
    }

    /** A danger of a kind, with symptoms by chance. */
    static Danger danger(Kind kind, int day, LocalTime time, Dice dice) {
        return switch (kind) {
            case EMERGENCY_SIGN -> new Danger(kind, day, time, dice.between(4, 9), dice.oneOf(EMERGENCIES));
            case SAME_DAY_SIGN -> new Danger(kind, day, time, dice.between(3, 7), dice.oneOf(SAME_DAYS));
            case FALL -> new Danger(kind, day, time, dice.between(3, 6), Set.of(Symptom.MINOR_TRAUMA));
            case SOON_SIGN -> new Danger(kind, day, time, dice.between(2, 6), dice.oneOf(SOONS));
            case SUDDEN_SEVERE_PAIN -> new Danger(kind, day, time, dice.between(8, 10), Set.of());
        };
    }
}
