package plumbline.cohort.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.cohort.latent.Calendar;
import plumbline.cohort.latent.Life;
import plumbline.cohort.latent.PainCourse;
import plumbline.cohort.population.Population;
import plumbline.cohort.rates.Rates;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.event.SidedLoad;

class ObservationTest {
    private static final Calendar CALENDAR = new Calendar(LocalDate.of(2026, 1, 1), 180);
    private static final int PATIENTS = 60;

    private final Population population = new Population(11, CALENDAR, Rates.published());

    @Test
    void reportsTheTruthOfEveryDayWhereNothingIsMissingOrNoisy() {
        for (int number = 0; number < 10; number++) {
            Observation patient = observation(number, ObservationRates.perfect());
            Map<LocalDate, Integer> reported = new TreeMap<>();
            events(patient)
                    .flatMap(ObservationTest::report)
                    .filter(report -> report.site()
                            .equals(Optional.of(patient.life().person().region().site())))
                    .forEach(r -> reported.merge(r.date(), r.intensity().orElseThrow(), Math::max));
            Map<LocalDate, Integer> truth = new TreeMap<>();
            for (int day = 0; day < CALENDAR.days(); day++) {
                truth.put(CALENDAR.date(day), patient.life().own().worst(day));
            }
            assertThat(reported).isEqualTo(truth);
        }
    }

    @Test
    void measuresTheLeanItselfWhereNothingIsNoisy() {
        Observation patient = IntStream.range(0, PATIENTS)
                .mapToObj(number -> observation(number, ObservationRates.perfect()))
                .filter(p -> p.life().body().measure().isSided())
                .findFirst()
                .orElseThrow();
        assertThat(events(patient).flatMap(ObservationTest::load)).allSatisfy(walk -> {
            SidedLoad load = (SidedLoad) walk.load().orElseThrow();
            double index = 200 * (load.right() - load.left()) / (load.right() + load.left());
            assertThat(index).isCloseTo(patient.life().body().index(CALENDAR.day(walk.date())), within(0.05));
        });
    }

    @Test
    void receivesFourInFiveWithinAnHourAndAlmostAllWithinADay() {
        List<Duration> delays = all(ObservationRates.usual())
                .flatMap(patient -> patient.day(50).stream())
                .filter(arrival -> arrival.event().version() == 0)
                .map(a -> Duration.between(a.event().end().toInstant(), a.receivedAt()))
                .sorted()
                .toList();
        assertThat(share(delays, d -> d.toHours() < 1)).isBetween(0.75, 0.83);
        assertThat(share(delays, d -> d.toHours() < 24)).isBetween(0.92, 0.975);
        assertThat(delays).allSatisfy(d -> assertThat(d).isBetween(Duration.ZERO, Duration.ofDays(9)));
    }

    @Test
    void reportsOnMostDaysAtFirstAndOnFewerLater() {
        assertThat(reportingRate(0, 20)).isBetween(0.78, 0.92);
        assertThat(reportingRate(160, 180)).isBetween(0.50, 0.78);
    }

    @Test
    void leavesOutTheShareOfDaysThatWasAskedFor() {
        List<Observation> patients =
                all(ObservationRates.usual().withMissing(0.6)).toList();
        assertThat(reportingRate(patients, 0, 180)).isCloseTo(0.4, within(0.04));
        double unworn = patients.stream()
                        .mapToLong(p -> IntStream.range(0, 180)
                                .filter(p.device().wear()::unworn)
                                .count())
                        .sum()
                / (180.0 * PATIENTS);
        assertThat(unworn).isCloseTo(0.6, within(0.05));
    }

    @Test
    void leavesOutMoreWhenWellAndWhenItIsVeryBad() {
        List<Observation> patients =
                all(ObservationRates.usual().withMissing(0.3)).toList();
        double middling = missingWhere(patients, worst -> worst >= 2 && worst <= 6);
        assertThat(missingWhere(patients, worst -> worst == 0)).isGreaterThan(middling + 0.05);
        assertThat(missingWhere(patients, worst -> worst >= 8)).isGreaterThan(middling + 0.05);
    }

    @Test
    void writesMostEntriesBetweenFourAndEight() {
        List<PainReport> entries = all(ObservationRates.usual())
                .flatMap(ObservationTest::events)
                .flatMap(ObservationTest::report)
                .toList();
        assertThat(share(entries, r -> r.at().getHour() >= 16 && r.at().getHour() < 20))
                .isBetween(0.55, 0.8);
    }

    @Test
    void repeatsSomeCorrectsSomeAndRetractsAFew() {
        List<Event> sent =
                all(ObservationRates.usual()).flatMap(ObservationTest::events).toList();
        assertThat(sent.size() - sent.stream().distinct().count()).isBetween(sent.size() / 200L, sent.size() / 50L);
        assertThat(sent.stream().filter(e -> e.version() == 1 && !e.retracted()))
                .isNotEmpty();
        assertThat(sent.stream().filter(Event::retracted)).isNotEmpty();
    }

    @Test
    void sendsNoMovementOnAnUnwornDay() {
        Observation patient = observation(1, ObservationRates.usual().withMissing(0.5));
        IntStream.range(0, 180)
                .filter(patient.device().wear()::unworn)
                .forEach(day -> assertThat(
                                patient.day(day).stream().map(Arrival::event).flatMap(ObservationTest::bout))
                        .allSatisfy(bout -> assertThat(
                                        !bout.worn() || bout.duration().toHours() >= 20)
                                .isTrue()));
    }

    @Test
    void shiftsTheOffsetOfSomePatients() {
        Set<Integer> offsets = all(ObservationRates.usual())
                .map(p -> (int)
                        events(p).map(e -> e.start().getOffset()).distinct().count())
                .collect(Collectors.toSet());
        assertThat(offsets).contains(1).hasSizeGreaterThan(1);
    }

    @Test
    void tellsOfEveryDangerEvenWhereMostIsMissing() {
        List<Observation> patients =
                all(ObservationRates.usual().withMissing(0.9)).toList();
        long dangers =
                patients.stream().mapToLong(p -> p.life().dangers().size()).sum();
        long told = patients.stream()
                .flatMap(ObservationTest::events)
                .distinct()
                .filter(e -> e.id().matches(".*-d\\d"))
                .count();
        assertThat(told).isEqualTo(dangers).isPositive();
    }

    private double reportingRate(int from, int until) {
        return reportingRate(all(ObservationRates.usual()).toList(), from, until);
    }

    private static double reportingRate(List<Observation> patients, int from, int until) {
        long reported = patients.stream()
                .mapToLong(p -> IntStream.range(from, until)
                        .filter(day -> tells(p, day))
                        .count())
                .sum();
        return reported / (double) ((until - from) * patients.size());
    }

    private static double missingWhere(List<Observation> patients, Predicate<Integer> pain) {
        long days = 0;
        long missing = 0;
        for (Observation patient : patients) {
            PainCourse own = patient.life().own();
            for (int day = 0; day < own.days(); day++) {
                if (pain.test(own.worst(day))) {
                    days++;
                    missing += tells(patient, day) ? 0 : 1;
                }
            }
        }
        return missing / (double) days;
    }

    private static boolean tells(Observation patient, int day) {
        return patient.day(day).stream().anyMatch(a -> a.event().id().endsWith("-r1"));
    }

    private Stream<Observation> all(ObservationRates rates) {
        return IntStream.range(0, PATIENTS).mapToObj(number -> observation(number, rates));
    }

    private Observation observation(int number, ObservationRates rates) {
        Life life = population.life(number);
        return new Observation(11, life, CALENDAR, rates);
    }

    private static Stream<Event> events(Observation patient) {
        return IntStream.range(0, CALENDAR.days())
                .boxed()
                .flatMap(d -> patient.day(d).stream().map(Arrival::event));
    }

    private static Stream<PainReport> report(Event event) {
        return event instanceof PainReport report ? Stream.of(report) : Stream.empty();
    }

    private static Stream<ActivityBout> bout(Event event) {
        return event instanceof ActivityBout bout ? Stream.of(bout) : Stream.empty();
    }

    private static Stream<ActivityBout> load(Event event) {
        return bout(event).filter(bout -> bout.load().isPresent());
    }

    private static <T> double share(List<T> values, Predicate<T> which) {
        return values.stream().filter(which).count() / (double) values.size();
    }
}
