package plumbline.analytics.balance;

import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.analytics.policy.LeftRight.Change;
import plumbline.analytics.policy.LeftRight.Proof;
import plumbline.analytics.symmetry.Balance;
import plumbline.analytics.symmetry.Usual;

/**
 * A balance that has changed, away from symmetry and far enough, and more than an exchange of the sides would do: ABS and REL of the rules.
 *
 * @param direction the sign of the index
 * @param since the epoch day on which it first showed
 */
record Shift(Balance balance, Usual usual, int direction, long since) {

    /** How sure one must be: beside pain the watch limits and the ordinary lambda count, without it the others. */
    record Demand(boolean act, Proof proof, double mirrorSigmas) {
        static Demand besidePain(Change change) {
            return new Demand(false, change.besidePain(), change.mirrorSigmas());
        }

        static Demand quiet(Change change) {
            return new Demand(true, change.quiet(), change.mirrorSigmas());
        }

        double limit(Balance balance) {
            return act ? balance.limits().act() : balance.limits().watch();
        }
    }

    /** The shift of a balance as judged on a day, if there is one. */
    static Optional<Shift> of(Balance balance, long day, Demand demand, Baselines baselines) {
        OptionalDouble median = balance.median(day);
        if (median.isEmpty() || Math.abs(median.getAsDouble()) < demand.limit(balance)) {
            return Optional.empty();
        }
        return baselines.of(balance, day).flatMap(usual -> from(usual, balance, day, median.getAsDouble(), demand));
    }

    private static Optional<Shift> from(Usual usual, Balance balance, long day, double index, Demand demand) {
        int direction = index > 0 ? 1 : -1;
        double needed = balance.changeNeeded(usual.sigma());
        boolean changed = direction * (index - usual.index()) >= needed
                && !mirrors(index, usual, demand)
                && (balance.changedDays(day, usual.index(), needed, direction)
                                >= demand.proof().sameSideDays()
                        || balance.drift(day, usual, direction) > demand.proof().lambda());
        return changed
                ? Optional.of(new Shift(
                        balance, usual, direction, balance.changedSince(day, usual.index(), needed, direction)))
                : Optional.empty();
    }

    /** Whether sides that were exchanged would explain it: too small a difference to be told from that by single days. */
    private static boolean mirrors(double index, Usual usual, Demand demand) {
        return index * usual.index() < 0 && Math.abs(index + usual.index()) < demand.mirrorSigmas() * usual.sigma();
    }
}
