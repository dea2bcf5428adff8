package plumbline.notifier.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import plumbline.contract.alert.Alert;

class InboxLaws {

    @Provide
    Arbitrary<List<Alert>> alerts() {
        Arbitrary<String> ids = Arbitraries.integers().between(0, 20).map(number -> "a" + number);
        Arbitrary<Integer> ages = Arbitraries.integers().between(0, 5);
        return ids.flatMap(id -> ages.flatMap(age -> Arbitraries.of(0, 1, 2, 3).map(way -> alert(id, age, way))))
                .list()
                .ofMaxSize(40);
    }

    private static Alert alert(String id, int age, int way) {
        Alert alert = Samples.openedAt(Samples.persistent(id, "p"), Samples.NOW.minusSeconds(age));
        return switch (way) {
            case 0 -> alert;
            case 1 -> Samples.openedAt(Samples.emergency(id, "p"), Samples.NOW.minusSeconds(age));
            case 2 -> Samples.acknowledged(alert, "nurse");
            default -> Samples.resolved(alert);
        };
    }

    @Property(tries = 200)
    void pagesOfAnySizeGiveEveryAlertOnceInItsNewestState(
            @ForAll("alerts") List<Alert> alerts, @ForAll @IntRange(min = 1, max = 7) int size) {
        Inbox inbox = new Inbox();
        Map<String, Alert> newest = new HashMap<>();
        for (int i = 0; i < alerts.size(); i++) {
            inbox.apply(alerts.get(i), 0, i);
            newest.put(alerts.get(i).id(), alerts.get(i));
        }

        List<Alert> read = new ArrayList<>();
        Optional<TriageKey> next = Optional.empty();
        do {
            Slice slice = inbox.page(alert -> true, next, size);
            read.addAll(slice.alerts());
            next = slice.next();
        } while (next.isPresent());

        assertThat(read).containsExactlyInAnyOrderElementsOf(newest.values());
        assertThat(read).extracting(TriageKey::of).isSorted();
    }

    @Property(tries = 200)
    void aStreamResumedAnywhereEndsWithTheSameStates(
            @ForAll("alerts") List<Alert> alerts, @ForAll @IntRange(max = 40) int cut) {
        Inbox inbox = new Inbox();
        Map<String, Alert> told = new HashMap<>();
        Position seen = Position.START;
        for (int i = 0; i < alerts.size(); i++) {
            inbox.apply(alerts.get(i), i % 3, i);
            if (i == cut) {
                Changes changes = inbox.changesSince(seen);
                changes.alerts().forEach(alert -> told.put(alert.id(), alert));
                seen = Position.parse(changes.position().text()).orElseThrow();
            }
        }
        inbox.changesSince(seen).alerts().forEach(alert -> told.put(alert.id(), alert));

        assertThat(told.values())
                .containsExactlyInAnyOrderElementsOf(
                        inbox.page(alert -> true, Optional.empty(), 100).alerts());
    }
}
