package plumbline.analytics.balance;

import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.analytics.symmetry.Balance;
import plumbline.analytics.symmetry.Usual;

/**
 * A balance that has changed, away from symmetry and far enough: REL of the rules.
 *
 * @param direction the sign of the index
 * @param since the epoch day on which it first showed
 */
record Shift(Balance balance, Usual usual, int direction, long since) {

    /** How sure one must be: beside pain the watch limits and the ordinary lambda count, without it the others. */
    record Demand(boolean act, double lambda) {
        double limit(Balance balance) {
            return act ? balance.limits().act() : balance.limits().watch();
        }
    }

    /** What was usual for a balance before a day. */
    interface Baselines {
        Optional<Usual> of(Balance balance, long day);
    }

    /** The shift of a balance as judged on a day, if there is one. */
    static Optional<Shift> of(Balance balance, long day, Demand demand, int sameSideDays, Baselines baselines) {
        OptionalDouble median = balance.median(day);
        if (median.isEmpty() || Math.abs(median.getAsDouble()) < demand.limit(balance)) {
            return Optional.empty();
        }
        Optional<Usual> usual = baselines.of(balance, day);
        if (usual.isEmpty()) {
            return Optional.empty();
        }
        int direction = median.getAsDouble() > 0 ? 1 : -1;
        double index = usual.get().index();
        double needed = balance.changeNeeded(usual.get().sigma());
        if (direction * (median.getAsDouble() - index) < needed
                || (balance.changedDays(day, index, needed, direction) < sameSideDays
                        && balance.drift(day, usual.get(), direction) <= demand.lambda())) {
            return Optional.empty();
        }
        return Optional.of(
                new Shift(balance, usual.get(), direction, balance.changedSince(day, index, needed, direction)));
    }
}
