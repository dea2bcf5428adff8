package plumbline.analytics.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plumbline.analytics.Diary;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Measure;

class LoadsTest {
    private static final Measure FORCE = Measure.GROUND_FORCE;

    @Test
    void aVersionThatMovesTheBoutTakesItsLoadAlong() {
        DayRecord day = merged(
                bout("a", 9).load(Diary.load(FORCE, 8)),
                bout("a", 11).load(Diary.load(FORCE, 2)).version(1));

        assertThat(day.loads().entries()).hasSize(1);
        assertThat(day.loads().index(FORCE)).hasValue(200);
    }

    @Test
    void aVersionWithoutALoadWithdrawsIt() {
        DayRecord day =
                merged(bout("a", 9).load(Diary.load(FORCE, 8)), bout("a", 10).version(1));

        assertThat(day.loads().index(FORCE)).isEmpty();
    }

    @Test
    void anotherBoutIsNotWithdrawnWithIt() {
        DayRecord day = merged(
                bout("a", 9).load(Diary.load(FORCE, 8)),
                bout("b", 9).load(Diary.load(FORCE, 2)),
                bout("a", 9).version(1).retracted(true));

        assertThat(day.loads().index(FORCE)).hasValue(200);
    }

    @Test
    void whatTwoSourcesTellOfOneMinuteCountsOnce() {
        DayRecord day = merged(
                bout("a", 9).load(Diary.load(FORCE, 8)),
                bout("b", 9).load(Diary.load(FORCE, 8)),
                bout("c", 11).load(Diary.load(FORCE, 2)));

        assertThat(day.loads().index(FORCE)).hasValue(500);
    }

    @Test
    void aRetractionWithdrawsALoadOfWhichAnEarlierReleaseDidNotKeepTheBout() {
        LoadEntry load = merged(bout("a", 9).load(Diary.load(FORCE, 8)))
                .loads()
                .entries()
                .get(0);
        Loads earlier = new Loads(List.of(new LoadEntry(
                0, load.minute(), load.measure(), load.version(), load.retracted(), load.index(), load.seconds())));

        Loads merged =
                earlier.merge(merged(bout("a", 9).version(1).retracted(true)).loads());

        assertThat(merged.index(FORCE)).isEmpty();
    }

    private static ActivityBout.Builder bout(String id, int hour) {
        return ActivityBout.of(id, Diary.PATIENT, Diary.at(0, hour, 0), Diary.at(0, hour, 10))
                .activity(Activity.WALKING);
    }

    private static DayRecord merged(ActivityBout.Builder... bouts) {
        return Stream.of(bouts)
                .map(bout -> DayRecord.of(bout.build()).get(Diary.FIRST))
                .reduce(DayRecord.EMPTY, DayRecord::merge);
    }
}
