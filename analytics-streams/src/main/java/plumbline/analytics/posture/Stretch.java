package plumbline.analytics.posture;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of a day.
 *
 * @param from the local minute of the day in which it began
 * @param to the minute before which it ended
 */
record Stretch(int from, int to) {
    private static final int HOUR = 60;

    int minutes() {
        return to - from;
    }

    /** The longest, the first of equals. */
    static Optional<Stretch> longest(Collection<Stretch> stretches) {
        return stretches.stream()
                .max(Comparator.comparingInt(Stretch::minutes).thenComparingInt(stretch -> -stretch.from()));
    }

    /** Such as {@code 45 minutes without a break, from 08:00 to 08:45}, with what is said between. */
    String words(String between) {
        return minutes() + " minutes" + between + ", from " + clock(from) + " to " + clock(to);
    }

    /** A minute of the day as a clock shows it. */
    static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / HOUR, minute % HOUR);
    }
}
