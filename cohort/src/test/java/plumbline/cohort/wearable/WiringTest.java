package plumbline.cohort.wearable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.cohort.chance.Dice;

class WiringTest {
    private static final int PATIENTS = 4_000;
    private static final int DAYS = 365;

    @Test
    void exchangesTheSidesOfOneDeviceInAHundredAMonth() {
        List<Wiring> wirings = IntStream.range(0, PATIENTS)
                .mapToObj(patient -> new Wiring(DAYS, DeviceRates.usual().pairings(), Dice.of(17, patient)))
                .toList();
        long swaps = wirings.stream().mapToLong(wiring -> wiring.swaps().size()).sum();
        // 480 are expected; three deviations to each side.
        assertThat(swaps / (PATIENTS * DAYS / 30.4375)).isBetween(0.0086, 0.0114);
        assertThat(wirings.stream()
                        .flatMap(wiring -> wiring.swaps().stream())
                        .filter(swap -> swap.until() < DAYS)
                        .mapToInt(swap -> swap.until() - swap.from()))
                .allMatch(days -> days >= 10 && days <= 31);
    }

    @Test
    void laysTheDeviceOnTheTableOnTheShareAskedFor() {
        long unworn = IntStream.range(0, PATIENTS)
                .mapToObj(patient -> new Wear(DAYS, OptionalDouble.of(0.3), Dice.of(18, patient)))
                .mapToLong(wear -> IntStream.range(0, DAYS).filter(wear::unworn).count())
                .sum();
        assertThat(unworn / (double) (PATIENTS * DAYS)).isBetween(0.29, 0.31);
    }
}
