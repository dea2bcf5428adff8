package plumbline.analytics.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plumbline.analytics.symmetry.Balance;
import plumbline.analytics.symmetry.Usual;

/** What is usual for a body. It is frozen for a measure while any finding about that measure is open: the oldest one's counts. */
final class Baselines {
    private static final Comparator<Course.Run> OLDEST_FIRST = Comparator.comparingLong(Course.Run::heldOn);

    private final Body body;
    private final List<Course.Run> open = new ArrayList<>();

    Baselines(Body body) {
        this.body = body;
    }

    /** Takes what is open when a day begins. */
    void freeze(List<Course> courses) {
        open.clear();
        for (Course course : courses) {
            course.run().ifPresent(open::add);
        }
        open.sort(OLDEST_FIRST);
    }

    /** What was usual for a balance before a day. */
    Optional<Usual> of(Balance balance, long day) {
        for (Course.Run run : open) {
            if (run.lean().measure() == balance.measure()) {
                return Optional.of(body.frozen(run.lean()));
            }
        }
        return balance.usual(day);
    }
}
