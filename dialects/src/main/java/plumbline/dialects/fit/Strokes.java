package plumbline.dialects.fit;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The seconds of pedalling that tell how the power was shared, each packed into eight bytes, because a long file has millions: time,
 * watts and the byte of the balance, in this order, so that they sort by time.
 */
final class Strokes {
    private static final int TIME = 24;
    private static final int WATTS = 8;

    private long[] packed = new long[0];
    private int count;
    private boolean sorted = true;

    /**
     * Takes a record whose balance is one of two legs.
     *
     * @param time seconds of FIT
     * @param watts above 0
     */
    void add(long time, int watts, short balance) {
        if (count == packed.length) {
            packed = Arrays.copyOf(packed, Math.max(256, count + count / 2));
        }
        packed[count] = time << TIME | (long) Math.min(watts, 0xFFFF) << WATTS | (balance & 0xFF);
        sorted &= count == 0 || packed[count - 1] <= packed[count];
        count++;
    }

    /** Whether there is any within so many seconds from a time on. */
    boolean anyWithin(long start, double seconds) {
        int index = firstFrom(start);
        return index < count && time(index) - start < seconds;
    }

    /** The right leg's share of the work within so many seconds from a time on, from the strokes that name the side. */
    OptionalDouble rightPercent(long start, double seconds) {
        double work = 0;
        double right = 0;
        for (int i = firstFrom(start); i < count && time(i) - start < seconds; i++) {
            OptionalDouble percent = Balance.ofRecord((short) (packed[i] & 0xFF))
                    .map(Balance::rightPercent)
                    .orElse(OptionalDouble.empty());
            if (percent.isPresent()) {
                long watts = packed[i] >> WATTS & 0xFFFF;
                work += watts;
                right += watts * percent.getAsDouble();
            }
        }
        return work > 0 ? OptionalDouble.of(right / work) : OptionalDouble.empty();
    }

    private long time(int index) {
        return packed[index] >> TIME;
    }

    private int firstFrom(long time) {
        if (!sorted) {
            Arrays.sort(packed, 0, count);
            sorted = true;
        }
        int index = Arrays.binarySearch(packed, 0, count, time << TIME);
        return index < 0 ? -index - 1 : index;
    }
}
