package plumbline.cohort.simulate;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plumbline.cohort.latent.Calendar;
import plumbline.cohort.observe.Arrival;
import plumbline.cohort.observe.Observation;
import plumbline.cohort.observe.ObservationRates;
import plumbline.cohort.population.Population;
import plumbline.cohort.rates.Rates;
import plumbline.cohort.truth.Truth;
import plumbline.cohort.truth.Truths;

/**
 * A cohort: the lives, and what a server receives of them. A function of its plan and rates alone. Memory grows with the patients and
 * with what a week leaves under way, not with the days.
 */
public final class Simulation {
    private final Plan plan;
    private final List<Observation> observations;

    private Simulation(Plan plan, List<Observation> observations) {
        this.plan = plan;
        this.observations = observations;
    }

    /** The cohort of a plan by the published rates. */
    public static Simulation of(Plan plan) {
        return of(plan, Rates.published(), ObservationRates.usual());
    }

    /** The cohort of a plan by other rates, which the plan's variant and missing share still change. */
    public static Simulation of(Plan plan, Rates rates, ObservationRates observed) {
        return of(plan, rates, observed, IntStream.range(0, plan.patients()));
    }

    private static Simulation of(Plan plan, Rates rates, ObservationRates observed, IntStream numbers) {
        Variant variant = plan.variant();
        ObservationRates varied = variant.observation(observed);
        ObservationRates seen =
                plan.missing().isPresent() ? varied.withMissing(plan.missing().getAsDouble()) : varied;
        Population population = new Population(plan.seed(), plan.calendar(), variant.rates(rates));
        List<Observation> observations = numbers.mapToObj(
                        number -> new Observation(plan.seed(), population.life(number), plan.calendar(), seen))
                .toList();
        return new Simulation(plan, observations);
    }

    /** One patient of the cohort of a plan, the first being 0: the same whoever else is simulated, or where. */
    public static Simulation of(Plan plan, int number) {
        return of(plan, Rates.published(), ObservationRates.usual(), IntStream.of(number));
    }

    public List<Observation> patients() {
        return observations;
    }

    /** The facts: the run first, then patient by patient. */
    public Stream<Truth> truths() {
        return Stream.concat(Stream.of(plan.run()), facts());
    }

    /** The facts about the patients. */
    public Stream<Truth.OfPatient> facts() {
        Calendar calendar = plan.calendar();
        return observations.stream()
                .flatMap(patient ->
                        Truths.of(
                                calendar,
                                patient.life(),
                                patient.device(),
                                plan.variant().isDirectional())
                                .stream());
    }

    /**
     * Every arrival, in the order of {@code receivedAt}.
     *
     * @param progress told the number of days done, after each
     */
    public void arrivals(Consumer<? super Arrival> sink, IntConsumer progress) {
        Mailroom mailroom = new Mailroom(sink);
        Calendar calendar = plan.calendar();
        for (int day = 0; day < calendar.days(); day++) {
            mailroom.deliverUntilDay(calendar.date(day));
            for (Observation patient : observations) {
                patient.day(day).forEach(mailroom::post);
            }
            progress.accept(day + 1);
        }
        mailroom.deliverAll();
    }
}
