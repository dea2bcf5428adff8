package plumbline.analytics.symmetry;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The daily index of one measure, in percent, by epoch day. */
public final class DaySeries {
    /** No day has a value. */
    public static final DaySeries NONE = new DaySeries(0, new int[0]);

    private static final int MISSING = Integer.MIN_VALUE;

    private final long first;
    private final int[] hundredths;

    /** The same with another value of a day, in 1/100 %; without any where that is empty. */
    public DaySeries with(long day, OptionalInt value) {
        if (value.isEmpty() && !has(day)) {
            return this;
        }
        long from = isEmpty() ? day : Math.min(first, day);
        int[] wide = new int[(int) (Math.max(isEmpty() ? day : last(), day) - from) + 1];
        Arrays.fill(wide, MISSING);
        System.arraycopy(hundredths, 0, wide, isEmpty() ? 0 : (int) (first - from), hundredths.length);
        wide[(int) (day - from)] = value.orElse(MISSING);
        int head = 0;
        int end = wide.length;
        while (head < end && wide[head] == MISSING) {
            head++;
        }
        while (end > head && wide[end - 1] == MISSING) {
            end--;
        }
        return head == end ? NONE : new DaySeries(from + head, Arrays.copyOfRange(wide, head, end));
    }

    private DaySeries(long first, int[] hundredths) {
        this.first = first;
        this.hundredths = hundredths;
    }

    /** The same without the days from the first to the last. */
    DaySeries without(long from, long to) {
        int[] rest = hundredths.clone();
        for (long day = Math.max(from, first); day <= Math.min(to, last()); day++) {
            rest[(int) (day - first)] = MISSING;
        }
        return new DaySeries(first, rest);
    }

    public boolean isEmpty() {
        return hundredths.length == 0;
    }

    /** The first day that may have a value. */
    public long first() {
        return first;
    }

    /** The last day that may have a value; before the first if there is none. */
    public long last() {
        return first + hundredths.length - 1;
    }

    public boolean has(long day) {
        return at(day) != MISSING;
    }

    /** The index of a day that has one. */
    public double index(long day) {
        return at(day) / 100.0;
    }

    public int count(long from, long to) {
        int count = 0;
        for (long day = from; day <= to; day++) {
            count += has(day) ? 1 : 0;
        }
        return count;
    }

    /** The newest day with a value up to a day. */
    public OptionalLong newest(long upTo) {
        for (long day = Math.min(upTo, last()); day >= first; day--) {
            if (has(day)) {
                return OptionalLong.of(day);
            }
        }
        return OptionalLong.empty();
    }

    /** The median of the days that have a value; absent with fewer than the least. */
    public OptionalDouble median(long from, long to, int least) {
        int[] values = new int[(int) (to - from + 1)];
        int count = 0;
        for (long day = from; day <= to; day++) {
            if (has(day)) {
                values[count++] = at(day);
            }
        }
        return count < least || count == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(twiceTheMedian(values, count) / 200.0);
    }

    /** Twice the median of the first values, which is a whole number; puts them in order. */
    static int twiceTheMedian(int[] values, int count) {
        Arrays.sort(values, 0, count);
        return values[count / 2] + values[(count - 1) / 2];
    }

    /** In 1/100 %. */
    int at(long day) {
        long place = day - first;
        return place < 0 || place >= hundredths.length ? MISSING : hundredths[(int) place];
    }
}
