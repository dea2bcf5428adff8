package plumbline.notifier.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import plumbline.contract.alert.Alert;

class InboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Inbox inbox = new Inbox();
    private long offset;

    private void show(Alert... alerts) {
        for (Alert alert : alerts) {
            inbox.apply(alert, 0, offset++);
        }
    }

    private List<String> ids() {
        return inbox.page(alert -> true, Optional.empty(), 100).alerts().stream()
                .map(Alert::id)
                .toList();
    }

    @Test
    void putsTheUnacknowledgedFirstThenTheSevereThenTheOld() {
        Alert old = Samples.openedAt(Samples.persistent("old", "p"), Samples.NOW.minusSeconds(90_000));
        show(
                Samples.resolved(Samples.emergency("resolved", "p")),
                Samples.acknowledged(Samples.emergency("taken", "p"), "nurse"),
                Samples.persistent("new", "p"),
                old,
                Samples.emergency("emergency", "p"));

        assertThat(ids()).containsExactly("emergency", "old", "new", "taken", "resolved");
    }

    @Test
    void pagesWithoutGapWhileAnAlertOfAnEarlierPageMovesAway() {
        show(Samples.persistent("a", "p"), Samples.persistent("b", "p"), Samples.persistent("c", "p"));
        Slice first = inbox.page(alert -> true, Optional.empty(), 2);
        show(Samples.resolved(Samples.persistent("b", "p")));

        Slice second = inbox.page(alert -> true, first.next().flatMap(key -> TriageKey.parse(key.text())), 2);

        assertThat(first.alerts()).extracting(Alert::id).containsExactly("a", "b");
        assertThat(second.alerts()).extracting(Alert::id).containsExactly("c", "b");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void forgetsAnErasedAlertWithItsHistory() {
        Alert alert = Samples.persistent("a", "p");
        show(alert);
        inbox.apply(Samples.entry(alert, 1, "opened", "plumbline", "", Optional.empty()));

        inbox.remove("a");
        inbox.remove("a", 1);

        assertThat(ids()).isEmpty();
        assertThat(inbox.find("a")).isEmpty();
        assertThat(inbox.history("a")).isEmpty();
        assertThat(inbox.changesSince(0).alerts()).isEmpty();
    }

    @Test
    void keepsAnEntryThatComesBeforeItsAlert() {
        Alert alert = Samples.persistent("a", "p");
        inbox.apply(Samples.entry(alert, 1, "opened", "plumbline", "", Optional.empty()));
        show(alert);

        assertThat(inbox.history("a")).hasSize(1);
    }

    @Test
    void answersAnActionOnlyWhenEntryAndRevisionBothShow() {
        Alert before = Samples.persistent("a", "p");
        Alert after = Samples.acknowledged(before, "nurse");
        show(before);
        CompletableFuture<Shown> answer = inbox.await("a", "action-1", PATIENCE);

        inbox.apply(Samples.entry(after, 2, "acknowledged", "nurse", "", Optional.of("action-1")));
        assertThat(answer).isNotDone();
        show(after);

        assertThat(answer.join().alert()).isEqualTo(after);
    }

    @Test
    void endsTheWaitForAnActionThatNeverShows() {
        show(Samples.persistent("a", "p"));

        assertThatThrownBy(inbox.await("a", "lost", Duration.ofMillis(20))::join)
                .hasCauseInstanceOf(java.util.concurrent.TimeoutException.class);
    }

    @Test
    void tellsEachChangedAlertOnceInItsNewestState() {
        show(Samples.persistent("a", "p"), Samples.persistent("b", "p"));
        Changes first = inbox.changesSince(0);
        Alert taken = Samples.acknowledged(Samples.persistent("a", "p"), "nurse");
        show(taken, taken);

        assertThat(first.alerts()).extracting(Alert::id).containsExactly("a", "b");
        assertThat(inbox.changesSince(first.version()).alerts()).containsExactly(taken);
        assertThat(inbox.changesSince(first.position()).alerts()).containsExactly(taken);
    }

    @Test
    void countsAsAppearedWhatOpensOrReopensButNotWhatIsUpdated() {
        show(Samples.persistent("a", "p"), Samples.resolved(Samples.persistent("b", "p")));
        Position page = inbox.position();
        show(
                Samples.acknowledged(Samples.persistent("a", "p"), "nurse"),
                Samples.persistent("b", "p"),
                Samples.emergency("c", "p"));

        assertThat(inbox.appearedSince(page)).extracting(Alert::id).containsExactly("c", "b");
    }

    @Test
    void callsListenersAfterTheChangeShows() {
        List<Integer> seen = new ArrayList<>();
        inbox.listen(() -> seen.add(ids().size()));

        show(Samples.persistent("a", "p"), Samples.persistent("b", "p"));

        assertThat(seen).containsExactly(1, 2);
    }
}
