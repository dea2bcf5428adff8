package plumbline.analytics.history;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.OptionalDouble;

/** The usual level of a pain: the median of the worst scores of the days that have one. */
public final class Level {

    private Level() {}

    /**
     * The median over the days up to the last.
     *
     * @param least with fewer scored days there is none
     */
    public static OptionalDouble of(NavigableMap<LocalDate, PainDay> pain, LocalDate last, int days, int least) {
        return median(pain.subMap(last.minusDays(days - 1L), true, last, true).values(), least);
    }

    private static OptionalDouble median(Collection<PainDay> days, int least) {
        int[] scores = new int[days.size()];
        int count = 0;
        for (PainDay day : days) {
            if (day.scores() > 0) {
                scores[count++] = day.worst();
            }
        }
        if (count == 0 || count < least) {
            return OptionalDouble.empty();
        }
        Arrays.sort(scores, 0, count);
        return OptionalDouble.of((scores[(count - 1) / 2] + scores[count / 2]) / 2.0);
    }
}
