package plumbline.cohort.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DiceTest {
    private static final int DRAWS = 20_000;

    @Test
    void givesTheSameDrawsForTheSamePurpose() {
        assertThat(Dice.of(7, 3, 1).unit()).isEqualTo(Dice.of(7, 3, 1).unit());
        assertThat(Dice.of(7, 3, 1).unit()).isNotEqualTo(Dice.of(7, 1, 3).unit());
    }

    /** Golden: a cohort of an old seed must stay what it was, on every JDK. */
    @Test
    void givesTheDrawsThatItAlwaysGave() {
        Dice dice = Dice.of(1, 2, 3);
        assertThat(dice.unit()).isEqualTo(0.35848246149052354);
        assertThat(dice.normal(1)).isEqualTo(-0.14131924163865558);
    }

    @Test
    void drawsNormalsOfTheDeviationAskedFor() {
        Dice dice = Dice.of(1);
        double[] draws =
                DoubleStream.generate(() -> dice.normal(2)).limit(DRAWS).toArray();
        double mean = DoubleStream.of(draws).average().orElseThrow();
        double variance = DoubleStream.of(draws)
                .map(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0, within(0.05));
        assertThat(Math.sqrt(variance)).isCloseTo(2, within(0.05));
    }

    @Test
    void reachesBothEndsOfARangeOfWholeNumbers() {
        Dice dice = Dice.of(1);
        assertThat(DoubleStream.generate(() -> dice.between(1, 3))
                        .limit(200)
                        .boxed()
                        .distinct()
                        .sorted())
                .containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void fitsAWeibullThroughTwoPointsOfACurve() {
        Dice dice = Dice.of(1);
        Weibull recovery = Weibull.through(58, 365, 0.72);
        double[] draws =
                DoubleStream.generate(() -> recovery.draw(dice)).limit(DRAWS).toArray();
        assertThat(shareUpTo(58, draws)).isCloseTo(0.50, within(0.02));
        assertThat(shareUpTo(365, draws)).isCloseTo(0.72, within(0.02));
    }

    @Test
    void fitsALogNormalByItsMedianAndNinetiethPercentile() {
        Dice dice = Dice.of(1);
        LogNormal amplitude = new LogNormal(6, 14);
        double[] draws =
                DoubleStream.generate(() -> amplitude.draw(dice)).limit(DRAWS).toArray();
        assertThat(shareUpTo(6, draws)).isCloseTo(0.50, within(0.02));
        assertThat(shareUpTo(14, draws)).isCloseTo(0.90, within(0.02));
    }

    private static double shareUpTo(double limit, double[] draws) {
        return DoubleStream.of(draws).filter(x -> x <= limit).count() / (double) draws.length;
    }
}
