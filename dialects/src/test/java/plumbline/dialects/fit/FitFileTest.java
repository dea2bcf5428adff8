package plumbline.dialects.fit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.SidedLoad;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Measure;
import plumbline.dialects.Gathered;

class FitFileTest {

    @Test
    void takesTheDevicesOwnAverageOfALap() {
        Gathered gathered = read(new Ride().lap(0, 600, 0x8000 | 4980).bytes());

        ActivityBout bout = (ActivityBout) gathered.events().get(0);
        assertThat(bout.load()).contains(new SidedLoad(Measure.POWER_BALANCE, 50.2, 49.8));
        assertThat(bout.activity()).isEqualTo(Activity.EXERCISE);
        assertThat(bout.start()).isEqualTo(OffsetDateTime.parse("2026-11-20T10:00:00+01:00"));
        assertThat(bout.duration()).hasMinutes(10);
        assertThat(bout.source()).contains("fit/garmin");
    }

    @Test
    void weighsRecordsWithTheirPowerWhereTheLapNamesNoSide() {
        Gathered gathered = read(new Ride()
                .record(10, 100, 0x80 | 40)
                .record(11, 300, 0x80 | 60)
                .record(12, 500, 30)
                .record(700, 500, 0x80 | 90)
                .lap(0, 600, null)
                .bytes());

        assertThat(((ActivityBout) gathered.events().get(0)).load())
                .contains(new SidedLoad(Measure.POWER_BALANCE, 45, 55));
    }

    @Test
    void sharesTheRecordsAmongTheLapsInWhateverOrderTheyStand() {
        Gathered gathered = read(new Ride()
                .record(700, 100, 0x80 | 60)
                .record(599, 100, 0x80 | 40)
                .record(600, 100, 0x80 | 62)
                .record(0, 100, 0x80 | 42)
                .lap(0, 600, null)
                .lap(600, 600, null)
                .bytes());

        assertThat(gathered.events())
                .extracting(event -> ((ActivityBout) event).load().orElseThrow())
                .containsExactly(
                        new SidedLoad(Measure.POWER_BALANCE, 59, 41), new SidedLoad(Measure.POWER_BALANCE, 39, 61));
    }

    @Test
    void readsDaysOfRecords() {
        Ride ride = new Ride();
        for (int second = 0; second < 400_000; second++) {
            ride.record(second, 200, 0x80 | 48);
        }
        byte[] file = ride.lap(0, 400_000 / 5, null).bytes();

        assertThat(((ActivityBout) read(file).events().get(0)).load())
                .contains(new SidedLoad(Measure.POWER_BALANCE, 52, 48));
    }

    @Test
    void namesNoSideWhereTheBitIsClear() {
        Gathered gathered =
                read(new Ride().record(10, 100, 40).lap(0, 600, 4980).bytes());

        assertThat(((ActivityBout) gathered.events().get(0)).load()).isEmpty();
        assertThat(gathered.skipped).containsEntry("left_right_balance", 1);
    }

    @Test
    void takesAMeterOnOnePedalForNoBalance() {
        Gathered gathered =
                read(new Ride().record(10, 100, 0x80 | 100).lap(0, 600, 0x8000).bytes());

        assertThat(((ActivityBout) gathered.events().get(0)).load()).isEmpty();
    }

    @Test
    void passesOverTheBalanceOfStanceTimes() {
        Gathered gathered = read(new Ride().stance(0, 600, 49.5f).bytes());

        assertThat(((ActivityBout) gathered.events().get(0)).load()).isEmpty();
        assertThat(gathered.skipped).containsEntry("stance_time_balance", 1);
    }

    @Test
    void givesTheSameIdsEveryTime() {
        byte[] file = new Ride()
                .lap(0, 600, 0x8000 | 4980)
                .lap(600, 600, 0x8000 | 5000)
                .bytes();

        assertThat(read(file).events()).isEqualTo(read(file).events());
        assertThat(read(file).events().get(0).id())
                .isNotEqualTo(read(file).events().get(1).id());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 60})
    void yieldsNothingOfAFileThatWasCutShort(int missing) {
        byte[] file = new Ride()
                .lap(0, 600, 0x8000 | 4980)
                .lap(600, 600, 0x8000 | 5000)
                .bytes();
        Gathered gathered = new Gathered();

        assertThat(FitFile.read(Arrays.copyOf(file, file.length - missing), "p-1", gathered)
                        .orElseThrow()
                        .detail())
                .contains("cut short");
        assertThat(gathered.readings).isEmpty();
    }

    @Test
    void yieldsNothingOfAFileWithAWrongByte() {
        byte[] file = new Ride().lap(0, 600, 0x8000 | 4980).bytes();
        file[file.length - 10] ^= 0x55;

        assertThat(FitFile.read(file, "p-1", new Gathered())).isPresent();
    }

    @Test
    void saysWhenAFileIsOfAnotherKind() {
        assertThat(FitFile.read("<html></html> and so on".getBytes(UTF_8), "p-1", new Gathered())
                        .orElseThrow()
                        .detail())
                .isEqualTo("is not a FIT file");
    }

    private static Gathered read(byte[] file) {
        Gathered gathered = new Gathered();
        assertThat(FitFile.read(file, "p-1", gathered)).isEmpty();
        return gathered;
    }
}
