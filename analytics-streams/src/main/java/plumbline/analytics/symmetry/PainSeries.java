package plumbline.analytics.symmetry;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.function.ToIntFunction;

/** The worst pain of each day, by epoch day; 0 where none was told. */
public final class PainSeries {
    private final long first;
    private final int[] worst;

    /** The series of the days of a map. */
    public static <D> PainSeries of(NavigableMap<LocalDate, D> days, ToIntFunction<D> worst) {
        if (days.isEmpty()) {
            return new PainSeries(0, 0);
        }
        long first = days.firstKey().toEpochDay();
        PainSeries series = new PainSeries(first, (int) (days.lastKey().toEpochDay() - first) + 1);
        days.forEach(
                (date, day) -> series.worst[(int) (date.toEpochDay() - first)] = Math.max(0, worst.applyAsInt(day)));
        return series;
    }

    private PainSeries(long first, int days) {
        this.first = first;
        this.worst = new int[days];
    }

    /** The worst pain of the days from the first to the last. */
    public int worst(long from, long to) {
        int most = 0;
        for (long day = Math.max(from, first); day <= Math.min(to, first + worst.length - 1); day++) {
            most = Math.max(most, worst[(int) (day - first)]);
        }
        return most;
    }

    int on(long day) {
        long place = day - first;
        return place < 0 || place >= worst.length ? 0 : worst[(int) place];
    }
}
