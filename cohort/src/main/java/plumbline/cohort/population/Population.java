package plumbline.cohort.population;

import java.util.List;
import plumbline.cohort.chance.Dice;
import plumbline.cohort.latent.Calendar;
import plumbline.cohort.latent.Danger;
import plumbline.cohort.latent.Episode;
import plumbline.cohort.latent.Life;
import plumbline.cohort.latent.PainCourse;
import plumbline.cohort.latent.Person;
import plumbline.cohort.rates.Rates;

/** The lives from which a cohort is taken: patient k is the same however many others there are. */
public record Population(long seed, Calendar calendar, Rates rates) {

    private static final long PERSON = 1;
    private static final long EPISODES = 2;
    private static final long PAIN = 3;
    private static final long BODY = 4;
    private static final long DANGER = 5;

    /** A patient of the population, the first being 0. */
    public Life life(int number) {
        int days = calendar.days();
        Person person = PersonDraw.draw(dice(number, PERSON), number, calendar, rates.danger());
        List<Episode> episodes = EpisodeDraw.draw(dice(number, EPISODES), days, rates.pain());
        List<Danger> dangers = DangerDraw.draw(dice(number, DANGER), days, person.background(), rates.danger());
        PainDraw pain = new PainDraw(dice(number, PAIN), days, rates.pain());
        PainCourse own = pain.own(episodes, dangers);
        BodyDraw body = new BodyDraw(dice(number, BODY), rates.body());
        return new Life(person, own, pain.elsewhere(), body.draw(person.region(), episodes), dangers);
    }

    /** Each purpose has dice of its own, so that a change to one leaves the others as they were. */
    private Dice dice(int patient, long purpose) {
        return Dice.of(seed, patient, purpose);
    }
}
