package plumbline.contract.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Event;
import plumbline.contract.event.Exercise;
import plumbline.contract.event.Lift;
import plumbline.contract.event.Load;
import plumbline.contract.event.PainReport;
import plumbline.contract.event.SidedLoad;
import plumbline.contract.event.WalkingAsymmetry;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Limit;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

class EventLaws {

    /** What every event has. */
    private record Head(
            String id, String patient, OffsetDateTime at, long version, boolean retracted, Optional<String> source) {}

    @Property
    void aTimeIsReadAsItWasWritten(@ForAll("times") OffsetDateTime time) {
        assertThat(Rfc3339.parse(Rfc3339.format(time))).contains(time);
        assertThat(OffsetDateTime.parse(Rfc3339.format(time))).isEqualTo(time);
    }

    @Property
    void anEventIsReadAsItWasWritten(@ForAll("events") Event event) {
        byte[] written = EventWriter.write(event);

        assertThat(EventReader.read(written)).isEqualTo(new Reading.Good(event));
        assertThat(written.length).isLessThan(2_048);
    }

    @Property
    void whateverIsReadIsAnEventOrHasReasons(@ForAll byte[] bytes) {
        Reading reading = EventReader.read(bytes);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Bad.class, bad -> assertThat(bad.violations()).isNotEmpty());
    }

    @Provide
    Arbitrary<OffsetDateTime> times() {
        return Combinators.combine(
                        Arbitraries.longs().between(631_152_000L + 86_400, 253_402_300_799L - 2 * 86_400),
                        Arbitraries.oneOf(
                                Arbitraries.just(0),
                                Arbitraries.integers().between(0, 999).map(millis -> millis * 1_000_000),
                                Arbitraries.integers().between(0, 999_999_999)),
                        Arbitraries.integers().between(-18 * 60, 18 * 60))
                .as((seconds, nanos, minutes) -> OffsetDateTime.ofInstant(
                        java.time.Instant.ofEpochSecond(seconds, nanos), ZoneOffset.ofTotalSeconds(minutes * 60)));
    }

    @Provide
    Arbitrary<Event> events() {
        return Arbitraries.oneOf(reports().map(Event.class::cast), bouts().map(Event.class::cast));
    }

    private Arbitrary<Head> heads() {
        Arbitrary<String> ids = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .numeric()
                .withChars("._:-")
                .ofMinLength(1)
                .ofMaxLength(64);
        Arbitrary<Long> versions = Arbitraries.longs().between(0, Event.MAX_VERSION);
        return Combinators.combine(ids, ids, times(), versions, Arbitraries.of(true, false), texts().optional())
                .as(Head::new);
    }

    private Arbitrary<String> texts() {
        return Arbitraries.strings()
                .all()
                .ofMinLength(1)
                .ofMaxLength(128)
                .map(text -> text.codePoints()
                        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString())
                .filter(text -> !text.isEmpty());
    }

    private Arbitrary<PainReport> reports() {
        return Combinators.combine(
                        heads(),
                        Arbitraries.of(Site.class).optional(),
                        Arbitraries.of(Side.class),
                        Arbitraries.integers().between(0, 10).optional(),
                        Arbitraries.of(Onset.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Symptom.class).set(),
                        Arbitraries.of(Limit.class).set())
                .as((head, site, side, intensity, onset, flare, symptoms, limits) -> new PainReport(
                        head.id(),
                        head.patient(),
                        head.at(),
                        head.version(),
                        head.retracted(),
                        site,
                        side,
                        whole(intensity),
                        onset,
                        flare,
                        symptoms,
                        limits,
                        head.source()));
    }

    private Arbitrary<ActivityBout> bouts() {
        Arbitrary<Duration> durations =
                Arbitraries.longs().between(0, ActivityBout.LONGEST.toNanos()).map(Duration::ofNanos);
        return Combinators.combine(
                        heads(),
                        durations,
                        Arbitraries.of(Activity.class),
                        loads().optional(),
                        Arbitraries.integers()
                                .between(0, ActivityBout.MOST_REPETITIONS)
                                .optional(),
                        Arbitraries.of(true, false),
                        lifts().optional(),
                        Combinators.combine(texts(), Arbitraries.of(true, false))
                                .as(Exercise::new)
                                .optional())
                .as((head, duration, activity, load, repetitions, worn, lift, exercise) -> new ActivityBout(
                        head.id(),
                        head.patient(),
                        head.at(),
                        head.at().plus(duration),
                        head.version(),
                        head.retracted(),
                        activity,
                        load,
                        whole(repetitions),
                        worn,
                        lift,
                        exercise,
                        head.source()));
    }

    private static OptionalInt whole(Optional<Integer> number) {
        return number.map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private Arbitrary<Load> loads() {
        Arbitrary<Measure> sided = Arbitraries.of(Measure.class).filter(Measure::isSided);
        Arbitrary<Double> values =
                Arbitraries.doubles().between(0, false, 1e9, true).ofScale(9);
        return Arbitraries.oneOf(
                Combinators.combine(sided, values, values).as(SidedLoad::new).map(Load.class::cast),
                numbers(100).map(WalkingAsymmetry::new).map(Load.class::cast));
    }

    private Arbitrary<Lift> lifts() {
        Arbitrary<Double> mass =
                Arbitraries.doubles().between(0, false, 500, true).ofScale(3);
        return Combinators.combine(mass, numbers(200), numbers(300), numbers(300), numbers(180), numbers(100))
                .as(Lift::new);
    }

    private static Arbitrary<Double> numbers(double most) {
        return Arbitraries.doubles().between(0, most).ofScale(6);
    }
}
