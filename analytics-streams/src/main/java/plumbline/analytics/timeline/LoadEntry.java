package plumbline.analytics.timeline;

import java.util.Comparator;
import java.util.OptionalInt;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Load;
import plumbline.contract.event.SidedLoad;
import plumbline.contract.event.WalkingAsymmetry;
import plumbline.contract.vocabulary.Measure;

/**
 * How left and right compared during the bout that began in one minute.
 *
 * @param minute the local minute of the day in which it began
 * @param measure the ordinal of the {@link Measure}, or {@link #ANY}
 * @param index the symmetry index in 1/100 %: 100 (R - L) / ((R + L) / 2), negative when the right is loaded less; for
 *     walking-asymmetry its unsigned percentage
 * @param seconds how long it was measured, the weight of the index; 0 when the bout is too short, unworn or retracted and does not count
 */
@SuppressWarnings("EnumOrdinal") // Stored; a test pins the places.
public record LoadEntry(int minute, int measure, long version, boolean retracted, int index, int seconds) {
    /** The measure of a retraction that names none: it withdraws what began in that minute, whatever was measured. */
    public static final int ANY = 31;

    /** A bout of fewer seconds does not count: it is a few steps. */
    private static final int LEAST_SECONDS = 60;

    /** A bout of fewer repetitions does not count. */
    private static final int LEAST_REPETITIONS = 10;

    static final Comparator<LoadEntry> PLACE =
            Comparator.comparingInt(LoadEntry::minute).thenComparingInt(LoadEntry::measure);

    /** Which of two entries at one place counts: the greatest. */
    static final Comparator<LoadEntry> PRECEDENCE = Comparator.comparingLong(LoadEntry::version)
            .thenComparing(LoadEntry::retracted)
            .thenComparingInt(LoadEntry::seconds)
            .thenComparingInt(LoadEntry::index);

    static LoadEntry of(ActivityBout bout, Load load) {
        boolean counts = counts(bout);
        return new LoadEntry(
                startMinute(bout),
                load.measure().ordinal(),
                bout.version(),
                bout.retracted(),
                counts ? index(load) : 0,
                counts ? (int) bout.duration().toSeconds() : 0);
    }

    static LoadEntry retraction(ActivityBout bout) {
        return new LoadEntry(startMinute(bout), ANY, bout.version(), true, 0, 0);
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
