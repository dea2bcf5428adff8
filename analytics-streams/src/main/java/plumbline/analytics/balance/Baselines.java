package plumbline.analytics.balance;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plumbline.analytics.symmetry.Balance;
import plumbline.analytics.symmetry.Usual;

/** What is usual for a body. It is frozen for a measure while any finding about that measure is open: the oldest one's counts. */
final class Baselines {
    private final Body body;
    private List<Course.Run> open = List.of();

    Baselines(Body body) {
        this.body = body;
    }

    /** Takes what is open when a day begins. */
    void freeze(List<Course.Run> runs) {
        open = runs.stream()
                .sorted(Comparator.comparingLong(Course.Run::heldOn))
                .toList();
    }

    /** What was usual for a balance before a day. */
    Optional<Usual> of(Balance balance, long day) {
        return open.stream()
                .map(Course.Run::lean)
                .filter(lean -> lean.measure() == balance.measure())
                .map(body::frozen)
                .findFirst()
                .or(() -> balance.usual(day));
    }
}
