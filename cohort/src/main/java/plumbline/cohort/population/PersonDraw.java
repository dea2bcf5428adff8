package plumbline.cohort.population;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.cohort.chance.Dice;
import plumbline.cohort.latent.Background;
import plumbline.cohort.latent.Calendar;
import plumbline.cohort.latent.Person;
import plumbline.cohort.latent.Region;
import plumbline.cohort.latent.Whereabouts;
import plumbline.cohort.latent.Whereabouts.Trip;
import plumbline.cohort.rates.DangerRates;
import plumbline.contract.patient.RiskFactor;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

/** Draws who somebody is: home, journeys, the region of the pain, the habit of naming flags. All shares are our choice [D]. */
final class PersonDraw {
    /** Repeated by weight: back pain first, as in a programme for it. */
    private static final List<Site> SITES = List.of(
            Site.LOWER_BACK,
            Site.LOWER_BACK,
            Site.LOWER_BACK,
            Site.LOWER_BACK,
            Site.HIP,
            Site.KNEE,
            Site.BUTTOCK,
            Site.NECK,
            Site.SHOULDER,
            Site.UPPER_BACK);

    /** Six in ten are one-sided. */
    private static final List<Side> SIDES = List.of(
            Side.LEFT,
            Side.RIGHT,
            Side.LEFT,
            Side.RIGHT,
            Side.LEFT,
            Side.RIGHT,
            Side.BOTH,
            Side.BOTH,
            Side.MIDLINE,
            Side.MIDLINE);

    private static final List<Symptom> HARMLESS = List.of(
            Symptom.NIGHT_PAIN_UNRELIEVED,
            Symptom.LEG_PAIN,
            Symptom.BETTER_WITH_MOVEMENT,
            Symptom.WAKES_SECOND_HALF_OF_NIGHT,
            Symptom.FAMILY_HISTORY_INFLAMMATORY);

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Europe/London"),
            ZoneId.of("America/New_York"),
            ZoneId.of("Asia/Tokyo"));

    /** Shares with bones that break, and with a weak defence, on record. */
    private static final double BRITTLE = 0.10;

    private static final double PRONE_TO_INFECTION = 0.03;

    private static final int OLDEST = 1960;
    private static final int YOUNGEST = 1990;

    private static final double JOURNEYS_PER_DAY = 0.15 / 30;
    private static final int LONGEST_JOURNEY = 10;

    private PersonDraw() {}

    static Person draw(Dice dice, int number, Calendar calendar, DangerRates rates) {
        Region region = new Region(dice.oneOf(SITES), dice.oneOf(SIDES));
        Site other = dice.oneOf(List.of(Site.WRIST_HAND, Site.ELBOW, Site.ANKLE_FOOT));
        Region elsewhere = new Region(other, dice.chance(0.5) ? Side.LEFT : Side.RIGHT);
        Symptom flag = dice.oneOf(HARMLESS);
        boolean mentions = dice.chance(rates.harmless());
        Whereabouts whereabouts = new Whereabouts(dice.oneOf(ZONES), journeys(dice, calendar));
        Background background = background(dice, mentions ? Optional.of(flag) : Optional.empty());
        return new Person(number, whereabouts, region, elsewhere, background);
    }

    private static Background background(Dice dice, Optional<Symptom> flag) {
        Set<RiskFactor> factors = EnumSet.noneOf(RiskFactor.class);
        if (dice.chance(BRITTLE)) {
            factors.add(dice.chance(0.7) ? RiskFactor.OSTEOPOROSIS : RiskFactor.LONG_TERM_STEROIDS);
        }
        if (dice.chance(PRONE_TO_INFECTION)) {
            factors.add(RiskFactor.IMMUNOSUPPRESSED);
        }
        int birthYear = dice.between(OLDEST, YOUNGEST);
        return new Background(flag, factors.isEmpty() ? OptionalInt.empty() : OptionalInt.of(birthYear), factors);
    }

    private static List<Trip> journeys(Dice dice, Calendar calendar) {
        List<Trip> trips = new ArrayList<>();
        double day = dice.wait(JOURNEYS_PER_DAY);
        while (day < calendar.days()) {
            LocalDate from = calendar.date((int) day);
            int nights = dice.between(3, LONGEST_JOURNEY);
            trips.add(new Trip(from, from.plusDays(nights), dice.oneOf(ZONES)));
            day += nights + 1 + dice.wait(JOURNEYS_PER_DAY);
        }
        return trips;
    }
}
