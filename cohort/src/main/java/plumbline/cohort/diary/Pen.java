package plumbline.cohort.diary;

import plumbline.cohort.chance.Dice;

/** How a day's pain becomes a number: near the truth, whole, and drawn to favourite numbers. */
final class Pen {
    /** What the favourites 0, 2, 5, 8 and 10 draw to themselves [D]. */
    private static final int[] FAVOURITE = {0, 1, 2, 3, 5, 5, 5, 8, 8, 10, 10};

    private final DiaryRates rates;

    Pen(DiaryRates rates) {
        this.rates = rates;
    }

    /** The score that is written down; a day without pain is never mistaken. */
    int score(int truth, Dice dice) {
        int near = (int) Math.round(truth + dice.normal(rates.noise()));
        int score = truth == 0 ? 0 : Math.max(0, Math.min(10, near));
        return dice.chance(rates.digitPreference()) ? FAVOURITE[score] : score;
    }
}
