package plumbline.cohort.wearable;

import java.util.BitSet;
import java.util.OptionalDouble;
import plumbline.cohort.chance.Dice;

/** The days on which the device lies on the table. They come in runs of two on average. */
public final class Wear {
    /** Real data has 33 of 152 days without a movement (detection.md); we take fewer, for a programme's patients [D]. */
    private static final double USUAL = 0.15;

    private static final double ENDS = 0.5;

    private final BitSet unworn = new BitSet();

    Wear(int days, OptionalDouble share, Dice dice) {
        double wanted = share.orElse(USUAL);
        double begins = wanted >= 1 ? 1 : Math.min(1, ENDS * wanted / (1 - wanted));
        boolean onTheTable = dice.chance(wanted);
        for (int day = 0; day < days; day++) {
            unworn.set(day, onTheTable);
            onTheTable = onTheTable ? wanted >= 1 || !dice.chance(ENDS) : dice.chance(begins);
        }
    }

    public boolean unworn(int day) {
        return unworn.get(day);
    }
}
