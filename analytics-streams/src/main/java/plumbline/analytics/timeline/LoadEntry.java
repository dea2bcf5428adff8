package plumbline.analytics.timeline;

import java.util.Comparator;
import java.util.OptionalInt;
import plumbline.analytics.effort.BoutKey;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Load;
import plumbline.contract.event.SidedLoad;
import plumbline.contract.event.WalkingAsymmetry;
import plumbline.contract.vocabulary.Measure;

/**
 * How left and right compared during one bout.
 *
 * @param event tells the bout from the others of its day: 24 bits of a hash of its source and id; 0 where an earlier release did not keep it
 * @param minute the local minute of the day in which it began
 * @param measure the ordinal of the {@link Measure}, or {@link #ANY}
 * @param index the symmetry index in 1/100 %: 100 (R - L) / ((R + L) / 2), negative when the right is loaded less; for
 *     walking-asymmetry its unsigned percentage
 * @param seconds how long it was measured, the weight of the index; 0 when the bout is too short, unworn or retracted and does not count
 */
@SuppressWarnings("EnumOrdinal") // Stored; a test pins the places.
public record LoadEntry(int event, int minute, int measure, long version, boolean retracted, int index, int seconds) {
    /** The measure of a later version without a load: it withdraws what the bout had measured before. */
    public static final int ANY = 31;

    /** A bout of fewer seconds does not count: it is a few steps. */
    private static final int LEAST_SECONDS = 60;

    /** A bout of fewer repetitions does not count. */
    private static final int LEAST_REPETITIONS = 10;

    static final Comparator<LoadEntry> PLACE = Comparator.comparingInt(LoadEntry::minute)
            .thenComparingInt(LoadEntry::measure)
            .thenComparingInt(LoadEntry::event);

    /** Which of two entries about the same counts: the greatest. */
    static final Comparator<LoadEntry> PRECEDENCE = Comparator.comparingLong(LoadEntry::version)
            .thenComparing(LoadEntry::retracted)
            .thenComparingInt(LoadEntry::seconds)
            .thenComparingInt(LoadEntry::index)
            .thenComparingInt(LoadEntry::minute)
            .thenComparingInt(LoadEntry::measure);

    static LoadEntry of(ActivityBout bout, Load load) {
        boolean counts = counts(bout);
        return new LoadEntry(
                BoutKey.of(bout),
                startMinute(bout),
                load.measure().ordinal(),
                bout.version(),
                bout.retracted(),
                counts ? index(load) : 0,
                counts ? (int) bout.duration().toSeconds() : 0);
    }

    /** A version of a bout in which nothing is compared. */
    static LoadEntry without(ActivityBout bout) {
        return new LoadEntry(BoutKey.of(bout), startMinute(bout), ANY, bout.version(), bout.retracted(), 0, 0);
    }

    /** Whether both are versions of the same bout, as far as that was kept. */
    boolean isSameBout(LoadEntry other) {
        return event == other.event && (event != 0 || (minute == other.minute && measure == other.measure));
    }

    /** Whether this stands for another bout too: the same was told twice, or an earlier release did not keep which bout it was. */
    boolean replaces(LoadEntry other) {
        boolean unknown = event == 0 || other.event == 0;
        boolean same = measure == other.measure ? unknown || seconds > 0 : unknown && measure == ANY;
        int order = PRECEDENCE.compare(this, other);
        return minute == other.minute && same && (order > 0 || (order == 0 && event > other.event));
    }

    private static int startMinute(ActivityBout bout) {
        return bout.start().toLocalTime().toSecondOfDay() / 60;
    }

    private static boolean counts(ActivityBout bout) {
        OptionalInt repetitions = bout.repetitions();
        return !bout.retracted()
                && bout.worn()
                && bout.duration().toSeconds() >= LEAST_SECONDS
                && (repetitions.isEmpty() || repetitions.getAsInt() >= LEAST_REPETITIONS);
    }

    private static int index(Load load) {
        if (load instanceof SidedLoad sided) {
            return (int) Math.round(20_000 * (sided.right() - sided.left()) / (sided.right() + sided.left()));
        }
        return (int) Math.round(100 * ((WalkingAsymmetry) load).percent());
    }
}
