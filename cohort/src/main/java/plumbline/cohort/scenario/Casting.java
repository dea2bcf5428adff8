package plumbline.cohort.scenario;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import plumbline.cohort.chance.Dice;
import plumbline.cohort.latent.Background;
import plumbline.cohort.latent.Body;
import plumbline.cohort.latent.Compensation;
import plumbline.cohort.latent.Danger;
import plumbline.cohort.latent.Life;
import plumbline.cohort.latent.PainCourse;
import plumbline.cohort.latent.Person;
import plumbline.cohort.latent.Region;
import plumbline.cohort.latent.Whereabouts;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

/**
 * Writes the lives that the parts ask for. Days are counted from the first of the history; today is the one on which it ends.
 *
 * @param days the history and what comes after it
 */
record Casting(long seed, int today, int days, ZoneId zone) {
    private static final List<Site> SITES =
            List.of(Site.LOWER_BACK, Site.LOWER_BACK, Site.HIP, Site.BUTTOCK, Site.KNEE);

    /** Long enough after the beginning for a baseline of a month. */
    private static final int COMPENSATION_DAYS = 12;

    private static final double DEVIATION = 0.7;
    private static final LocalTime EVENING = LocalTime.of(20, 10);

    Life life(int number) {
        Role role = Role.of(number);
        Dice dice = Dice.of(seed, number);
        Side side = dice.chance(0.5) ? Side.LEFT : Side.RIGHT;
        Site site = role == Role.EMERGENCY_SIGN ? Site.LOWER_BACK : dice.oneOf(SITES);
        Region region = new Region(site, side);
        Region elsewhere = new Region(Site.WRIST_HAND, side);
        Person person = new Person(number, new Whereabouts(zone, List.of()), region, elsewhere, Background.NONE);
        Body body = body(role, side, dice);
        return new Life(person, pain(role, dice), new PainCourse(days), body, dangers(role));
    }

    private PainCourse pain(Role role, Dice dice) {
        PainCourse course = new PainCourse(days);
        double level = dice.between(4.8, 6.2);
        int onset = switch (role) {
            case HEALTHY, SUDDEN_SEVERE -> days;
            case SHORT_PAIN -> today - dice.between(8, 25);
            case PERSISTENT_PAIN -> today - dice.between(8, 20);
            case COMPENSATING -> today - COMPENSATION_DAYS;
            case EMERGENCY_SIGN -> today - 6;
        };
        int end = role == Role.SHORT_PAIN ? onset + 2 : days;
        for (int day = onset; day < end; day++) {
            course.hurt(day, Math.max(1, Math.min(7, level + dice.normal(DEVIATION))));
        }
        if (role == Role.SUDDEN_SEVERE) {
            course.hurt(today - 1, 9);
            course.hurt(today, 6);
        }
        return course;
    }

    private Body body(Role role, Side painful, Dice dice) {
        Measure measure = dice.chance(0.6) ? Measure.GROUND_FORCE : Measure.STANCE_TIME;
        double bias = dice.between(-2.0, 2.0);
        double amplitude = dice.between(9.0, 13.0) * (painful == Side.LEFT ? 1 : -1);
        Compensation lean = new Compensation(today - COMPENSATION_DAYS, days, 2, amplitude);
        return new Body(measure, 1.5, bias, role == Role.COMPENSATING ? List.of(lean) : List.of());
    }

    private List<Danger> dangers(Role role) {
        return switch (role) {
            case SUDDEN_SEVERE -> List.of(new Danger(Danger.Kind.SUDDEN_SEVERE_PAIN, today - 1, EVENING, 9, Set.of()));
            case EMERGENCY_SIGN ->
                List.of(new Danger(
                        Danger.Kind.EMERGENCY_SIGN,
                        today - 1,
                        EVENING,
                        7,
                        Set.of(Symptom.SADDLE_NUMBNESS, Symptom.BLADDER_CHANGE)));
            case HEALTHY, SHORT_PAIN, PERSISTENT_PAIN, COMPENSATING -> List.of();
        };
    }
}
