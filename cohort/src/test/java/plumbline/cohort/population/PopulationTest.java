package plumbline.cohort.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.cohort.chance.Dice;
import plumbline.cohort.latent.Body;
import plumbline.cohort.latent.Calendar;
import plumbline.cohort.latent.Compensation;
import plumbline.cohort.latent.Danger;
import plumbline.cohort.latent.Episode;
import plumbline.cohort.latent.Life;
import plumbline.cohort.latent.PainCourse;
import plumbline.cohort.latent.Region;
import plumbline.cohort.rates.BodyRates;
import plumbline.cohort.rates.PainRates;
import plumbline.cohort.rates.Rates;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;

/** Bounds are generous and seeds fixed: these fail when a rate is wired wrongly, not when chance is unkind. */
class PopulationTest {
    private static final int PEOPLE = 4000;
    private static final Calendar CALENDAR = new Calendar(LocalDate.of(2026, 1, 1), 180);

    @Test
    void recoversHalfOfTheEpisodesWithinTwoMonths() {
        List<Episode> first = episodes().map(all -> all.get(0)).toList();
        double withinMedian = first.stream().filter(e -> e.length() <= 58).count() / (double) first.size();
        double withinYear = first.stream().filter(e -> e.length() <= 365).count() / (double) first.size();
        assertThat(withinMedian).isBetween(0.46, 0.54);
        assertThat(withinYear).isBetween(0.69, 0.75);
    }

    @Test
    void recursInMoreThanTwoThirdsWithinAYear() {
        PainRates rates = PainRates.published();
        List<List<Episode>> patients = IntStream.range(0, PEOPLE)
                .mapToObj(i -> EpisodeDraw.draw(Dice.of(2, i), 2000, rates))
                .filter(all -> !all.isEmpty() && all.get(0).recovery() < 1600)
                .toList();
        long recurred = patients.stream()
                .filter(all -> all.size() > 1 && all.get(1).onset() - all.get(0).recovery() <= 365)
                .count();
        assertThat(recurred / (double) patients.size()).isCloseTo(0.69, within(0.04));
    }

    @Test
    void compensatesInSomeOfTheOneSidedPainAndMostlyAwayFromIt() {
        List<Compensation> all = IntStream.range(0, PEOPLE)
                .mapToObj(i -> body(i).compensations())
                .flatMap(List::stream)
                .toList();
        assertThat(all.size() / (double) PEOPLE).isBetween(0.30, 0.50);
        long away = all.stream().filter(c -> c.loadedSide() == Side.RIGHT).count();
        assertThat(away / (double) all.size()).isBetween(0.85, 0.96);
        double[] sizes =
                all.stream().mapToDouble(c -> Math.abs(c.amplitude())).sorted().toArray();
        assertThat(sizes[sizes.length / 2]).isCloseTo(6, within(0.6));
        assertThat(sizes[sizes.length * 9 / 10]).isCloseTo(14, within(1.5));
    }

    @Test
    void givesEveryTenthAnOldBiasOverFive() {
        long biased = IntStream.range(0, PEOPLE)
                .filter(i -> Math.abs(body(i).bias()) > 5)
                .count();
        assertThat(biased / (double) PEOPLE).isBetween(0.05, 0.13);
    }

    @Test
    void keepsDaysAroundTheCourseByTheDeviationWithinAPerson() {
        Episode plateau = new Episode(0, 1_000_000, 5);
        PainCourse course =
                new PainDraw(Dice.of(4), 5000, PainRates.published()).own(List.of(plateau), List.<Danger>of());
        double[] calm = IntStream.range(0, 5000)
                .filter(day -> !course.flaring(day))
                .mapToDouble(course::worst)
                .toArray();
        double mean = Arrays.stream(calm).average().orElseThrow();
        double variance =
                Arrays.stream(calm).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        assertThat(Math.sqrt(variance)).isCloseTo(1.2, within(0.15));
    }

    @Test
    void growsACompensationOverItsRampAndFadesItAfterItsEnd() {
        Compensation lean = new Compensation(10, 30, 4, -8);
        assertThat(IntStream.of(9, 10, 13, 29, 30, 37, 44).mapToDouble(lean::shift))
                .containsExactly(-0.0, -2.0, -8.0, -8.0, -8.0, -4.0, -0.0);
        assertThat(lean.loadedSide()).isEqualTo(Side.LEFT);
    }

    @Test
    void drawsPatientKWithoutRegardToOthers() {
        Population population = new Population(5, CALENDAR, Rates.published());
        Life seventh = population.life(7);
        population.life(0);
        assertThat(population.life(7).body()).isEqualTo(seventh.body());
        assertThat(population.life(8).body()).isNotEqualTo(seventh.body());
    }

    private static Body body(int number) {
        return new BodyDraw(Dice.of(3, number), BodyRates.published())
                .draw(new Region(Site.KNEE, Side.LEFT), List.of(new Episode(0, 60, 5)));
    }

    private static Stream<List<Episode>> episodes() {
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> EpisodeDraw.draw(Dice.of(1, i), 180, PainRates.published()))
                .filter(all -> !all.isEmpty());
    }
}
