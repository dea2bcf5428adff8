package plumbline.cohort.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.cohort.latent.Body;
import plumbline.cohort.observe.Arrival;
import plumbline.cohort.observe.Observation;
import plumbline.cohort.truth.Truth;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.SidedLoad;

class VariantTest {
    private static final int DAYS = 120;
    private static final Plan PLAN = Plan.of(21, 80, DAYS, LocalDate.of(2026, 11, 20));

    @Test
    void hasCompensationsAsExpected() {
        assertThat(facts(Variant.EXPECTED, Truth.Compensating.class)).isNotEmpty();
        assertThat(facts(Variant.EXPECTED, Truth.Swapped.class).count()).isLessThan(20);
    }

    @Test
    void hasTwoEqualSidesWithoutAsymmetry() {
        assertThat(bodies(Variant.NO_ASYMMETRY)).allSatisfy(body -> {
            assertThat(body.bias()).isZero();
            assertThat(body.compensations()).isEmpty();
        });
    }

    @Test
    void hasNoDirectionWithSidesPermuted() {
        assertThat(facts(Variant.SIDES_PERMUTED, Truth.Compensating.class)).isEmpty();
        Observation biased = Simulation.of(PLAN.with(Variant.SIDES_PERMUTED)).patients().stream()
                .filter(p -> p.life().body().measure().isSided())
                .filter(p -> Math.abs(p.life().body().bias()) > 5)
                .findFirst()
                .orElseThrow();
        long right = dailyIndices(biased).filter(index -> index > 0).count();
        assertThat(right / (double) dailyIndices(biased).count()).isCloseTo(0.5, within(0.2));
    }

    @Test
    void hasAnOldLeanAndNothingElseWithConstantBias() {
        assertThat(bodies(Variant.CONSTANT_BIAS)).allSatisfy(body -> {
            assertThat(Math.abs(body.bias())).isBetween(8.0, 12.0);
            assertThat(body.compensations()).isEmpty();
        });
    }

    @Test
    void hasSwapsInAlmostEverybodyAndNoCompensationWithSwapsOnly() {
        assertThat(facts(Variant.SWAPS_ONLY, Truth.Compensating.class)).isEmpty();
        assertThat(facts(Variant.SWAPS_ONLY, Truth.Swapped.class)
                        .map(Truth.Swapped::patient)
                        .distinct()
                        .count())
                .isGreaterThan(40);
    }

    @Test
    void mirrorsTheLeanOfASwappedDevice() {
        Observation swapped = Simulation.of(PLAN.with(Variant.SWAPS_ONLY)).patients().stream()
                .filter(p -> p.life().body().measure().isSided())
                .filter(p -> Math.abs(p.life().body().bias()) > 4)
                .filter(p -> !p.device().wiring().swaps().isEmpty())
                .findFirst()
                .orElseThrow();
        var swap = swapped.device().wiring().swaps().get(0);
        double during = indices(swapped, swap.from(), swap.until()).average().orElseThrow();
        double before = indices(swapped, 0, swap.from()).average().orElseThrow();
        assertThat(during * before).isNegative();
    }

    @Test
    void leavesOutSixDaysInTenWithSixtyPercentMissing() {
        double reported = Simulation.of(PLAN.with(Variant.SIXTY_PERCENT_MISSING)).patients().stream()
                .mapToDouble(p -> IntStream.range(0, DAYS)
                                .filter(day -> p.day(day).stream()
                                        .anyMatch(a -> a.event().id().endsWith("-r1")))
                                .count()
                        / (double) DAYS)
                .average()
                .orElseThrow();
        assertThat(reported).isCloseTo(0.4, within(0.05));
    }

    @Test
    void leavesEveryPainAsItWas() {
        List<Truth.Persistent> expected =
                facts(Variant.EXPECTED, Truth.Persistent.class).toList();
        for (Variant variant : Variant.values()) {
            assertThat(facts(variant, Truth.Persistent.class)).containsExactlyElementsOf(expected);
        }
    }

    private static <T extends Truth> Stream<T> facts(Variant variant, Class<T> type) {
        return Simulation.of(PLAN.with(variant))
                .truths()
                .filter(type::isInstance)
                .map(type::cast);
    }

    private static Stream<Body> bodies(Variant variant) {
        return Simulation.of(PLAN.with(variant)).patients().stream()
                .map(p -> p.life().body());
    }

    private static DoubleStream dailyIndices(Observation patient) {
        return IntStream.range(0, DAYS)
                .mapToObj(day -> indices(patient, day, day + 1).average())
                .flatMapToDouble(average -> average.stream());
    }

    private static DoubleStream indices(Observation patient, int from, int until) {
        return IntStream.range(from, until)
                .boxed()
                .flatMap(day -> patient.day(day).stream())
                .map(Arrival::event)
                .filter(ActivityBout.class::isInstance)
                .map(ActivityBout.class::cast)
                .flatMap(bout -> bout.load().stream())
                .map(SidedLoad.class::cast)
                .mapToDouble(load -> 200 * (load.right() - load.left()) / (load.right() + load.left()));
    }
}
