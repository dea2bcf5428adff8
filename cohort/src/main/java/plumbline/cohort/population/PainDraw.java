package plumbline.cohort.population;

import java.util.List;
import plumbline.cohort.chance.Dice;
import plumbline.cohort.latent.Danger;
import plumbline.cohort.latent.Episode;
import plumbline.cohort.latent.PainCourse;
import plumbline.cohort.rates.PainRates;

/** Draws the pain of each day: around the episode, with good and bad days, flares, short pains and twinges. */
final class PainDraw {
    /** How much of a day's deviation the next day keeps [D]. */
    private static final double MEMORY = 0.4;

    private static final double FLARES_PER_DAY = 0.02;
    private static final double FLARE_POINTS = 2.5;
    private static final double TWINGES_PER_DAY = 0.004;

    /** Share of the days at 6 or more on which the pain limits [D]. */
    private static final double LIMITING = 0.2;

    private static final int BAD = 6;
    private static final double DAYS_PER_MONTH = 30.4375;

    private final Dice dice;
    private final int days;
    private final PainRates rates;

    PainDraw(Dice dice, int days, PainRates rates) {
        this.dice = dice;
        this.days = days;
        this.rates = rates;
    }

    PainCourse own(List<Episode> episodes, List<Danger> dangers) {
        PainCourse course = new PainCourse(days);
        episodes.forEach(episode -> episode(course, episode));
        dangers.forEach(danger -> danger(course, danger));
        shortPains(course);
        for (int day = 0; day < days; day++) {
            if (dice.chance(TWINGES_PER_DAY)) {
                course.hurt(day, 1);
            }
            if (course.worst(day) >= BAD && dice.chance(LIMITING)) {
                course.limit(day);
            }
        }
        return course;
    }

    PainCourse elsewhere() {
        PainCourse course = new PainCourse(days);
        shortPains(course);
        return course;
    }

    private void episode(PainCourse course, Episode episode) {
        double deviation = dice.normal(rates.withinPerson());
        double fresh = rates.withinPerson() * StrictMath.sqrt(1 - MEMORY * MEMORY);
        int flareLeft = 0;
        int last = Math.min(episode.recovery(), days);
        for (int day = Math.max(0, episode.onset()); day < last; day++) {
            if (flareLeft == 0 && dice.chance(FLARES_PER_DAY)) {
                flareLeft = dice.between(2, 5);
            }
            if (flareLeft > 0) {
                course.flare(day);
            }
            course.hurt(day, episode.expected(day) + deviation + (flareLeft > 0 ? FLARE_POINTS : 0));
            flareLeft = Math.max(0, flareLeft - 1);
            deviation = MEMORY * deviation + dice.normal(fresh);
        }
    }

    /** What begins as severe is over in a few days, unless an episode is under it. */
    private static void danger(PainCourse course, Danger danger) {
        course.hurt(danger.day(), danger.intensity());
        if (danger.kind() == Danger.Kind.SUDDEN_SEVERE_PAIN) {
            course.hurt(danger.day() + 1, danger.intensity() - 3.0);
            course.hurt(danger.day() + 2, danger.intensity() - 6.0);
        }
    }

    private void shortPains(PainCourse course) {
        double rate = rates.shortPains() / 2 / DAYS_PER_MONTH;
        for (double day = dice.wait(rate); day < days; day += 1 + dice.wait(rate)) {
            int length = dice.between(1, 3);
            for (int i = 0; i < length; i++) {
                course.hurt((int) day + i, dice.between(2, 5));
            }
        }
    }
}
