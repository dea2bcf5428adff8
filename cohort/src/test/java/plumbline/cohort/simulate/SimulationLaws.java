package plumbline.cohort.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plumbline.cohort.observe.Arrival;
import plumbline.cohort.truth.Truth;

class SimulationLaws {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

    @Property(tries = 20)
    void isAFunctionOfItsPlan(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int days) {
        Plan plan = Plan.of(seed, 4, days, LAST);
        assertThat(arrivals(plan)).isEqualTo(arrivals(plan));
        assertThat(Simulation.of(plan).truths())
                .containsExactlyElementsOf(Simulation.of(plan).truths().toList());
    }

    @Property(tries = 20)
    void givesAPatientTheSameLifeInAnyCompany(@ForAll long seed, @ForAll @IntRange(min = 0, max = 3) int number) {
        String patient = "p-" + (1001 + number);
        assertThat(of(patient, Plan.of(seed, 9, 40, LAST))).isEqualTo(of(patient, Plan.of(seed, 4, 40, LAST)));
    }

    @Property(tries = 20)
    void deliversInTheOrderOfArrivalAndNothingBeforeItHappened(@ForAll long seed) {
        List<Arrival> arrivals = arrivals(Plan.of(seed, 5, 30, LAST));
        assertThat(arrivals).isSortedAccordingTo(Comparator.comparing(Arrival::receivedAt));
        assertThat(arrivals)
                .allSatisfy(
                        a -> assertThat(a.receivedAt()).isAfter(a.event().end().toInstant()));
    }

    @Property(tries = 10)
    void keepsEveryFactWithinTheCohortsDays(@ForAll long seed) {
        Plan plan = Plan.of(seed, 20, 90, LAST);
        LocalDate first = plan.calendar().first();
        assertThat(Simulation.of(plan).truths()).allSatisfy(truth -> {
            if (truth instanceof Truth.Persistent pain) {
                assertThat(pain.begin()).isBetween(first, pain.held());
                assertThat(pain.held()).isBetween(pain.begin().plusDays(3), pain.end());
                assertThat(pain.end()).isBeforeOrEqualTo(LAST);
            }
        });
    }

    private static List<Arrival> of(String patient, Plan plan) {
        return arrivals(plan).stream()
                .filter(a -> a.event().patient().equals(patient))
                .toList();
    }

    private static List<Arrival> arrivals(Plan plan) {
        List<Arrival> arrivals = new ArrayList<>();
        Simulation.of(plan).arrivals(arrivals::add, day -> {});
        return arrivals;
    }
}
