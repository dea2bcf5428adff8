package plumbline.analytics.posture;

import java.util.ArrayList;
import java.util.List;
import plumbline.analytics.timeline.Posture;
import plumbline.analytics.timeline.Strip;

/** The stretches of a day that were spent in one posture without a break. */
final class Stillness {

    private Stillness() {}

    /**
     * A stretch.
     *
     * @param from the local minute of the day in which it began
     * @param to the minute before which it ended
     */
    record Stretch(int from, int to) {
        int minutes() {
            return to - from;
        }
    }

    /**
     * The stretches of at least so many minutes.
     *
     * @param breakMinutes a pause of fewer minutes belongs to the stretch around it
     */
    static List<Stretch> of(Strip strip, Posture posture, int breakMinutes, int leastMinutes) {
        List<Stretch> stretches = new ArrayList<>();
        int from = -1;
        int to = -1;
        int minute = 0;
        for (int run = 0; run < strip.runs(); run++) {
            if (strip.posture(run) == posture) {
                if (from >= 0 && minute - to >= breakMinutes) {
                    add(stretches, from, to, leastMinutes);
                    from = minute;
                } else if (from < 0) {
                    from = minute;
                }
                to = minute + strip.length(run);
            }
            minute += strip.length(run);
        }
        add(stretches, from, to, leastMinutes);
        return stretches;
    }

    private static void add(List<Stretch> stretches, int from, int to, int least) {
        if (from >= 0 && to - from >= least) {
            stretches.add(new Stretch(from, to));
        }
    }
}
