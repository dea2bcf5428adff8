package plumbline.notifier.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import plumbline.contract.alert.NudgeAnswer.Response;
import plumbline.notifier.casefile.Nudged;
import plumbline.notifier.text.Script;

class BackOffTest {
    private static final Instant FIRST = Instant.parse("2026-11-20T10:00:00Z");

    private final List<Nudged> before = new ArrayList<>();

    private BackOffTest nudged(Response answer) {
        return nudged(Optional.of(answer));
    }

    private BackOffTest left() {
        return nudged(Optional.empty());
    }

    /** One a day. */
    private BackOffTest nudged(Optional<Response> answer) {
        Instant at = FIRST.plus(Duration.ofDays(before.size()));
        before.add(new Nudged("d-" + before.size(), at, Script.BREAK_FROM_SITTING, "t", Optional.empty(), answer));
        return this;
    }

    private boolean isOnAfter(Duration sinceTheLast) {
        return BackOff.isOn(before, before.get(before.size() - 1).at().plus(sinceTheLast));
    }

    @Test
    void threeThatWereWavedAwayHalveTheRateForSevenDays() {
        nudged(Response.DISMISSED).nudged(Response.DISMISSED);
        assertThat(isOnAfter(Duration.ZERO)).isFalse();

        nudged(Response.DISMISSED);

        assertThat(isOnAfter(Duration.ZERO)).isTrue();
        assertThat(isOnAfter(Duration.ofDays(7).minusMillis(1))).isTrue();
        assertThat(isOnAfter(Duration.ofDays(7))).isFalse();
    }

    @Test
    void anAnswerBetweenThemBeginsTheCountAnew() {
        nudged(Response.DISMISSED)
                .nudged(Response.DISMISSED)
                .nudged(Response.NOT_NOW)
                .nudged(Response.DISMISSED);

        assertThat(isOnAfter(Duration.ofDays(1))).isFalse();
    }

    @Test
    void oneThatIsLeftCountsAfterADay() {
        nudged(Response.DONE).left().left().left();

        assertThat(isOnAfter(Duration.ofDays(1).minusMillis(1))).isFalse();
        assertThat(isOnAfter(Duration.ofDays(1))).isTrue();
        assertThat(isOnAfter(Duration.ofDays(8))).isFalse();
    }

    @Test
    void whoHasNeverAnsweredIgnoresNothing() {
        left().left().left().left();

        assertThat(isOnAfter(Duration.ofDays(2))).isFalse();
    }
}
