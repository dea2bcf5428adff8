package plumbline.cohort.wearable;

import java.util.ArrayList;
import java.util.List;
import plumbline.cohort.chance.Dice;

/** How a device is paired over time: which pairing a day belongs to, and whether it exchanges left and right. */
public final class Wiring {
    private static final double DAYS_PER_MONTH = 30.4375;
    private static final double SWAPPED = 0.5;

    /** Days until a patient notices and pairs anew [D]. */
    private static final int NOTICED_FROM = 10;

    private static final int NOTICED_UNTIL = 30;

    private final List<Pairing> pairings = new ArrayList<>();

    /**
     * One pairing.
     *
     * @param from its first day
     * @param until the first day of the next
     * @param swapped whether left is taken for right
     */
    public record Pairing(int number, int from, int until, boolean swapped) {
        boolean covers(int day) {
            return day >= from && day < until;
        }
    }

    Wiring(int days, double pairingsPerMonth, Dice dice) {
        int from = 0;
        boolean swapped = false;
        while (from < days) {
            double length = swapped
                    ? dice.between(NOTICED_FROM, NOTICED_UNTIL)
                    : 1 + dice.wait(pairingsPerMonth / DAYS_PER_MONTH);
            int until = (int) Math.min(days, from + length);
            pairings.add(new Pairing(pairings.size() + 1, from, until, swapped));
            swapped = !swapped && dice.chance(SWAPPED);
            from = until;
        }
    }

    Pairing on(int day) {
        for (Pairing pairing : pairings) {
            if (pairing.covers(day)) {
                return pairing;
            }
        }
        throw new IllegalArgumentException("no pairing on day " + day);
    }

    /** The pairings that exchange left and right. */
    public List<Pairing> swaps() {
        return pairings.stream().filter(Pairing::swapped).toList();
    }
}
