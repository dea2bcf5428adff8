package plumbline.analytics.balance;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The daily index of one measure, in percent, by epoch day. */
final class DaySeries {
    private static final int MISSING = Integer.MIN_VALUE;

    private final long first;
    private final int[] hundredths;

    DaySeries(NavigableMap<LocalDate, Integer> days) {
        first = days.isEmpty() ? 0 : days.firstKey().toEpochDay();
        int length = days.isEmpty() ? 0 : (int) (days.lastKey().toEpochDay() - first + 1);
        hundredths = new int[length];
        Arrays.fill(hundredths, MISSING);
        days.forEach((date, index) -> hundredths[(int) (date.toEpochDay() - first)] = index);
    }

    boolean has(long day) {
        return at(day) != MISSING;
    }

    /** The index of a day that has one. */
    double index(long day) {
        return at(day) / 100.0;
    }

    int count(long from, long to) {
        int count = 0;
        for (long day = from; day <= to; day++) {
            count += has(day) ? 1 : 0;
        }
        return count;
    }

    /** The newest day with a value up to a day. */
    OptionalLong newest(long upTo) {
        for (long day = Math.min(upTo, first + hundredths.length - 1); day >= first; day--) {
            if (has(day)) {
                return OptionalLong.of(day);
            }
        }
        return OptionalLong.empty();
    }

    /** The median of the days that have a value; absent with fewer than the least. */
    OptionalDouble median(long from, long to, int least) {
        double[] values = new double[(int) (to - from + 1)];
        int count = 0;
        for (long day = from; day <= to; day++) {
            if (has(day)) {
                values[count++] = index(day);
            }
        }
        return count < least || count == 0 ? OptionalDouble.empty() : OptionalDouble.of(median(values, count));
    }

    /** The median of the first values; puts them in order. */
    static double median(double[] values, int count) {
        Arrays.sort(values, 0, count);
        int middle = count / 2;
        return count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private int at(long day) {
        long place = day - first;
        return place < 0 || place >= hundredths.length ? MISSING : hundredths[(int) place];
    }
}
