package plumbline.analytics.effort;

import java.util.Comparator;
import java.util.OptionalInt;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.vocabulary.Activity;

/**
 * What one bout asked of the body.
 *
 * @param event tells the bout from the others of its day: 24 bits of a hash of its source and id
 * @param minute the local minute of the day in which it began
 * @param amount movements a minute in 1/10, or the lifting index in 1/100; 0 for nothing
 * @param minutes how long it lasted
 */
public record Effort(int event, int minute, Kind kind, long version, boolean retracted, int amount, int minutes) {

    /** What was asked. Stored by ordinal. */
    public enum Kind {
        NONE,
        REPETITION,
        LIFT
    }

    private static final int MOST_AMOUNT = 100_000;

    /** Which of two versions of a bout counts: the greatest. */
    static final Comparator<Effort> PRECEDENCE = Comparator.comparingLong(Effort::version)
            .thenComparing(Effort::retracted)
            .thenComparing(Effort::kind)
            .thenComparingInt(Effort::amount)
            .thenComparingInt(Effort::minutes)
            .thenComparingInt(Effort::minute);

    static Effort of(ActivityBout bout) {
        Kind kind = kind(bout);
        return new Effort(
                BoutKey.of(bout),
                bout.start().toLocalTime().toSecondOfDay() / 60,
                kind,
                bout.version(),
                bout.retracted(),
                Math.min(MOST_AMOUNT, amount(bout, kind)),
                (int) bout.duration().toMinutes());
    }

    private static Kind kind(ActivityBout bout) {
        if (bout.retracted() || !bout.worn()) {
            return Kind.NONE;
        }
        if (bout.lift().isPresent()) {
            return Kind.LIFT;
        }
        boolean repeats =
                bout.activity() == Activity.REPETITIVE && bout.repetitions().isPresent();
        return repeats && bout.duration().toSeconds() > 0 ? Kind.REPETITION : Kind.NONE;
    }

    private static int amount(ActivityBout bout, Kind kind) {
        OptionalInt repetitions = bout.repetitions();
        return switch (kind) {
            case NONE -> 0;
            case REPETITION ->
                (int) Math.min(
                        MOST_AMOUNT,
                        repetitions.orElse(0) * 600L / bout.duration().toSeconds());
            case LIFT ->
                (int) Math.round(Math.min(
                        MOST_AMOUNT, 100 * LiftingEquation.index(bout.lift().orElseThrow(), bout.duration())));
        };
    }
}
