package plumbline.contract.event;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.vocabulary.Activity;

/**
 * A stretch of one activity, as a device saw it.
 *
 * @param load how left and right compared during the bout
 * @param repetitions steps, lifts or movements; 0-1,000,000
 * @param worn whether the device was on the body
 */
public record ActivityBout(
        String id,
        String patient,
        OffsetDateTime start,
        OffsetDateTime end,
        long version,
        boolean retracted,
        Activity activity,
        Optional<Load> load,
        OptionalInt repetitions,
        boolean worn,
        Optional<Lift> lift,
        Optional<Exercise> exercise,
        Optional<String> source)
        implements Event {

    /** The longest bout. */
    public static final Duration LONGEST = Duration.ofHours(24);

    /** The most repetitions of one bout. */
    public static final int MOST_REPETITIONS = 1_000_000;

    /**
     * Checks every part.
     *
     * @throws plumbline.contract.check.InvalidValue naming each wrong field
     */
    public ActivityBout {
        var checks = EventChecks.common(id, patient, version, source);
        EventChecks.notBefore1990(checks, start, "start");
        checks.that(
                        !end.toInstant().isBefore(start.toInstant()),
                        ErrorCode.END_BEFORE_START,
                        "end",
                        "must not be before the start")
                .that(
                        Duration.between(start, end).compareTo(LONGEST) <= 0,
                        ErrorCode.BOUT_TOO_LONG,
                        "end",
                        "must be at most 24 hours after the start; split longer bouts")
                .that(
                        repetitions.isEmpty()
                                || (repetitions.getAsInt() >= 0 && repetitions.getAsInt() <= MOST_REPETITIONS),
                        ErrorCode.REPETITIONS_OUT_OF_RANGE,
                        "repetitions",
                        "must be a whole number from 0 to 1000000")
                .done();
    }

    /** How long the bout lasted. */
    public Duration duration() {
        return Duration.between(start, end);
    }

    /** Starts a bout; everything else is unknown until it is said, and the device is taken as worn. */
    public static Builder of(String id, String patient, OffsetDateTime start, OffsetDateTime end) {
        return new Builder(id, patient, start, end);
    }

    /** Gathers the parts of a bout. */
    public static final class Builder {
        private final String id;
        private final String patient;
        private final OffsetDateTime start;
        private final OffsetDateTime end;
        private long version;
        private boolean retracted;
        private Activity activity = Activity.OTHER;
        private Optional<Load> load = Optional.empty();
        private OptionalInt repetitions = OptionalInt.empty();
        private boolean worn = true;
        private Optional<Lift> lift = Optional.empty();
        private Optional<Exercise> exercise = Optional.empty();
        private Optional<String> source = Optional.empty();

        private Builder(String id, String patient, OffsetDateTime start, OffsetDateTime end) {
            this.id = id;
            this.patient = patient;
            this.start = start;
            this.end = end;
        }

        public Builder version(long value) {
            version = value;
            return this;
        }

        public Builder retracted(boolean value) {
            retracted = value;
            return this;
        }

        public Builder activity(Activity value) {
            activity = value;
            return this;
        }

        public Builder load(Load value) {
            load = Optional.of(value);
            return this;
        }

        public Builder repetitions(int value) {
            repetitions = OptionalInt.of(value);
            return this;
        }

        public Builder worn(boolean value) {
            worn = value;
            return this;
        }

        public Builder lift(Lift value) {
            lift = Optional.of(value);
            return this;
        }

        public Builder exercise(Exercise value) {
            exercise = Optional.of(value);
            return this;
        }

        public Builder source(String value) {
            source = Optional.of(value);
            return this;
        }

        /**
         * The bout.
         *
         * @throws plumbline.contract.check.InvalidValue naming each wrong field
         */
        public ActivityBout build() {
            return new ActivityBout(
                    id,
                    patient,
                    start,
                    end,
                    version,
                    retracted,
                    activity,
                    load,
                    repetitions,
                    worn,
                    lift,
                    exercise,
                    source);
        }
    }
}
