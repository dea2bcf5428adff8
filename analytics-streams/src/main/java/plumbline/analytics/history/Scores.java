package plumbline.analytics.history;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import plumbline.analytics.timeline.Report;

/** The worst score of each day of a pain. */
public final class Scores {
    static final Scores NONE = new Scores(0, new byte[0]);

    private static final int GRADES = 11;

    private final long first;
    private final byte[] worst;

    private Scores(long first, byte[] worst) {
        this.first = first;
        this.worst = worst;
    }

    static Scores of(NavigableMap<LocalDate, PainDay> days) {
        if (days.isEmpty()) {
            return NONE;
        }
        long first = days.firstKey().toEpochDay();
        byte[] worst = new byte[(int) (days.lastKey().toEpochDay() - first) + 1];
        Arrays.fill(worst, (byte) Report.UNSCORED);
        days.forEach((date, day) -> worst[(int) (date.toEpochDay() - first)] = (byte) day.worst());
        return new Scores(first, worst);
    }

    /**
     * The usual level over the days up to the last: the median of those that have a score.
     *
     * @param least with fewer scored days there is none
     */
    public OptionalDouble level(LocalDate last, int days, int least) {
        long end = last.toEpochDay();
        int[] counts = new int[GRADES];
        int scored = 0;
        int to = (int) Math.min(worst.length - 1L, end - first);
        for (int day = (int) Math.max(0, end - days + 1 - first); day <= to; day++) {
            if (worst[day] != Report.UNSCORED) {
                counts[worst[day]]++;
                scored++;
            }
        }
        return scored == 0 || scored < least
                ? OptionalDouble.empty()
                : OptionalDouble.of((ranked(counts, (scored - 1) / 2) + ranked(counts, scored / 2)) / 2.0);
    }

    /** The score that so many others precede. */
    private static int ranked(int[] counts, int rank) {
        int score = 0;
        for (int seen = counts[0]; seen <= rank; seen += counts[score]) {
            score++;
        }
        return score;
    }
}
