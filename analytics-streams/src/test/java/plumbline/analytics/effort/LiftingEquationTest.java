package plumbline.analytics.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.contract.event.Lift;

class LiftingEquationTest {
    private static final Duration SHORT = Duration.ofMinutes(30);

    /** Loading punch press stock, job 1 of the manual: 44 lb at 23 in, from 15 in up by 48 in; 16.3 lb with a fair coupling of .95. */
    @Test
    void agreesWithThePunchPressOfTheManual() {
        Lift stock = new Lift(19.96, 58.4, 38.1, 121.9, 0, 0.2);

        assertThat(LiftingEquation.recommendedKg(stock, SHORT) * .95 / .4536).isCloseTo(16.3, within(.6));
        assertThat(LiftingEquation.index(stock, SHORT) / .95).isCloseTo(2.7, within(.11));
    }

    @Test
    void recommendsTheWholeConstantForTheIdealLift() {
        assertThat(LiftingEquation.recommendedKg(new Lift(10, 20, 75, 20, 0, 0.1), SHORT))
                .isEqualTo(23);
    }

    /** Every multiplier on its own, as the manual defines it. */
    @ParameterizedTest
    @CsvSource({
        "50, 75, 25, 0, 0.2, 11.5",
        "25, 175, 25, 0, 0.2, 16.1",
        "25, 0, 25, 0, 0.2, 17.825",
        "25, 75, 100, 0, 0.2, 19.895",
        "25, 75, 25, 90, 0.2, 16.376",
        "25, 75, 25, 0, 4, 19.32",
        "25, 75, 25, 0, 4.5, 18.86",
        "25, 75, 25, 0, 15, 6.44"
    })
    void multiplies(double horizontal, double vertical, double travel, double turn, double perMinute, double kg) {
        assertThat(LiftingEquation.recommendedKg(new Lift(10, horizontal, vertical, travel, turn, perMinute), SHORT))
                .isCloseTo(kg, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({
        "63.1, 75, 25, 0, 1",
        "25, 175.1, 25, 0, 1",
        "25, 75, 176, 0, 1",
        "25, 75, 25, 136, 1",
        "25, 75, 25, 0, 15.1"
    })
    void recommendsNothingOutsideItsRange(
            double horizontal, double vertical, double travel, double turn, double perMinute) {
        Lift lift = new Lift(1, horizontal, vertical, travel, turn, perMinute);

        assertThat(LiftingEquation.recommendedKg(lift, SHORT)).isZero();
        assertThat(LiftingEquation.index(lift, SHORT)).isInfinite();
    }

    @Test
    void asksLessTheLongerTheWorkLasts() {
        Lift lift = new Lift(10, 25, 75, 25, 0, 6);

        assertThat(LiftingEquation.recommendedKg(lift, Duration.ofMinutes(60))).isCloseTo(17.25, within(1e-9));
        assertThat(LiftingEquation.recommendedKg(lift, Duration.ofMinutes(61))).isCloseTo(11.5, within(1e-9));
        assertThat(LiftingEquation.recommendedKg(lift, Duration.ofMinutes(121))).isCloseTo(6.21, within(1e-9));
    }
}
