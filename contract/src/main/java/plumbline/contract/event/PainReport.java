package plumbline.contract.event;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.vocabulary.Limit;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

/**
 * What a patient says about pain at one moment.
 *
 * @param site where; absent when the patient did not say
 * @param intensity 0-10 on the numeric rating scale; absent when no score was given
 * @param flare whether the patient calls it a flare
 */
public record PainReport(
        String id,
        String patient,
        OffsetDateTime at,
        long version,
        boolean retracted,
        Optional<Site> site,
        Side side,
        OptionalInt intensity,
        Onset onset,
        boolean flare,
        Set<Symptom> symptoms,
        Set<Limit> limits,
        Optional<String> source)
        implements Event {

    /** The worst pain imaginable on the numeric rating scale. */
    public static final int WORST = 10;

    /**
     * Checks every part.
     *
     * @throws plumbline.contract.check.InvalidValue naming each wrong field
     */
    public PainReport {
        symptoms = ordered(Symptom.class, symptoms);
        limits = ordered(Limit.class, limits);
        var checks = EventChecks.common(id, patient, version, source)
                .that(
                        intensity.isEmpty() || (intensity.getAsInt() >= 0 && intensity.getAsInt() <= WORST),
                        ErrorCode.INTENSITY_OUT_OF_RANGE,
                        "intensity",
                        "must be a whole number from 0 to 10");
        EventChecks.notBefore1990(checks, at, "at");
        checks.done();
    }

    @Override
    public OffsetDateTime start() {
        return at;
    }

    @Override
    public OffsetDateTime end() {
        return at;
    }

    private static <E extends Enum<E>> Set<E> ordered(Class<E> type, Collection<E> values) {
        EnumSet<E> copy = EnumSet.noneOf(type);
        copy.addAll(values);
        return Collections.unmodifiableSet(copy);
    }

    /** Starts a report of this patient at this time; everything else is unknown until it is said. */
    public static Builder of(String id, String patient, OffsetDateTime at) {
        return new Builder(id, patient, at);
    }

    /** Gathers the parts of a report. */
    public static final class Builder {
        private final String id;
        private final String patient;
        private final OffsetDateTime at;
        private long version;
        private boolean retracted;
        private Optional<Site> site = Optional.empty();
        private Side side = Side.UNKNOWN;
        private OptionalInt intensity = OptionalInt.empty();
        private Onset onset = Onset.UNKNOWN;
        private boolean flare;
        private final Set<Symptom> symptoms = EnumSet.noneOf(Symptom.class);
        private final Set<Limit> limits = EnumSet.noneOf(Limit.class);
        private Optional<String> source = Optional.empty();

        private Builder(String id, String patient, OffsetDateTime at) {
            this.id = id;
            this.patient = patient;
            this.at = at;
        }

        public Builder version(long value) {
            version = value;
            return this;
        }

        public Builder retracted(boolean value) {
            retracted = value;
            return this;
        }

        public Builder site(Site value) {
            site = Optional.of(value);
            return this;
        }

        public Builder side(Side value) {
            side = value;
            return this;
        }

        public Builder intensity(int value) {
            intensity = OptionalInt.of(value);
            return this;
        }

        public Builder onset(Onset value) {
            onset = value;
            return this;
        }

        public Builder flare(boolean value) {
            flare = value;
            return this;
        }

        public Builder symptoms(Collection<Symptom> values) {
            symptoms.addAll(values);
            return this;
        }

        public Builder limits(Collection<Limit> values) {
            limits.addAll(values);
            return this;
        }

        public Builder source(String value) {
            source = Optional.of(value);
            return this;
        }

        /**
         * The report.
         *
         * @throws plumbline.contract.check.InvalidValue naming each wrong field
         */
        public PainReport build() {
            return new PainReport(
                    id, patient, at, version, retracted, site, side, intensity, onset, flare, symptoms, limits, source);
        }
    }
}
