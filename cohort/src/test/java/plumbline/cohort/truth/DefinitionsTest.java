package plumbline.cohort.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plumbline.cohort.latent.PainCourse;
import plumbline.cohort.truth.Definitions.Stretch;

class DefinitionsTest {

    @Test
    void doesNotTakeThreeDaysRunningForPersistent() {
        assertThat(Definitions.persistent(pain(0, 5, 5, 5, 0, 0, 0, 0))).isEmpty();
    }

    @Test
    void holdsOnTheDayThatSpansFour() {
        assertThat(Definitions.persistent(pain(0, 3, 3, 0, 3, 0, 0, 0))).containsExactly(new Stretch(1, 4, 7));
    }

    @Test
    void doesNotCountDaysUnderThree() {
        assertThat(Definitions.persistent(pain(3, 2, 2, 3, 2, 2, 3, 2))).isEmpty();
    }

    @Test
    void endsOnTheLastDayBeforeThirtyWithoutPain() {
        PainCourse pain = new PainCourse(60);
        hurt(pain, 4, 0, 1, 2, 3);
        hurt(pain, 1, 9);
        assertThat(Definitions.persistent(pain)).containsExactly(new Stretch(0, 3, 9));
    }

    @Test
    void takesAReturnAfterFewerThanThirtyDaysForTheSameEpisode() {
        PainCourse pain = new PainCourse(80);
        hurt(pain, 4, 0, 1, 2, 3, 32, 33, 34, 35);
        assertThat(Definitions.persistent(pain)).containsExactly(new Stretch(0, 3, 35));
        assertThat(Definitions.recurrent(pain)).isEmpty();
    }

    @Test
    void findsTheFirstTwoDaysOfPainAfterThirtyWithoutToRecur() {
        PainCourse pain = new PainCourse(80);
        hurt(pain, 4, 0, 1, 2, 3);
        hurt(pain, 2, 40, 45, 46);
        assertThat(Definitions.recurrent(pain)).containsExactly(new Stretch(45, 46, 46));
    }

    @Test
    void joinsSpellsThatAreLessThanAWeekApart() {
        assertThat(Definitions.spells(30, 7, day -> day == 2 || day == 9 || day == 20))
                .containsExactly(new Stretch(2, 2, 9), new Stretch(20, 20, 20));
    }

    private static void hurt(PainCourse course, int level, int... days) {
        IntStream.of(days).forEach(day -> course.hurt(day, level));
    }

    private static PainCourse pain(int... worst) {
        PainCourse course = new PainCourse(worst.length);
        IntStream.range(0, worst.length).forEach(day -> course.hurt(day, worst[day]));
        return course;
    }
}
