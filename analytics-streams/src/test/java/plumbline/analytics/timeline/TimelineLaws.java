package plumbline.analytics.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import plumbline.analytics.Diary;
import plumbline.analytics.codec.DayCodec;
import plumbline.analytics.codec.LedgerCodec;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.event.WalkingAsymmetry;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Measure;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

/** Few ids, minutes and versions, so that events collide as often as they can. */
class TimelineLaws {

    /** The merged state of a patient as bytes. */
    private record State(Ledger ledger, Map<LocalDate, DayRecord> days) {
        static State of(List<Event> events) {
            Ledger ledger = Ledger.EMPTY;
            Map<LocalDate, DayRecord> days = new TreeMap<>();
            for (Event event : events) {
                if (event instanceof PainReport report) {
                    ledger = ledger.with(Report.of(report));
                } else {
                    DayRecord.of((ActivityBout) event).forEach((date, day) -> days.merge(date, day, DayRecord::merge));
                }
            }
            return new State(ledger, days);
        }

        State merge(State other) {
            Map<LocalDate, DayRecord> both = new TreeMap<>(days);
            other.days.forEach((date, day) -> both.merge(date, day, DayRecord::merge));
            return new State(ledger.merge(other.ledger), both);
        }

        List<byte[]> bytes() {
            List<byte[]> bytes = new ArrayList<>(List.of(LedgerCodec.encode(ledger)));
            days.forEach((date, day) -> bytes.add(DayCodec.encode(day)));
            return bytes;
        }
    }

    @Property(tries = 300)
    void noOrderAndNoDuplicateChangesTheState(@ForAll("events") List<Event> events, @ForAll Random random) {
        List<Event> shuffled = new ArrayList<>(events);
        shuffled.addAll(events.subList(0, events.size() / 2));
        Collections.shuffle(shuffled, random);

        assertThat(State.of(shuffled).bytes())
                .usingRecursiveComparison()
                .isEqualTo(State.of(events).bytes());
    }

    @Property(tries = 300)
    void anySplitIntoTwoMergesIsTheSame(@ForAll("events") List<Event> events, @ForAll Random random) {
        List<Event> one = events.stream().filter(event -> random.nextBoolean()).toList();
        List<Event> other = events.stream()
                .filter(event -> !one.contains(event) || random.nextBoolean())
                .toList();

        State merged = State.of(other).merge(State.of(one));

        assertThat(merged.bytes())
                .usingRecursiveComparison()
                .isEqualTo(State.of(events).bytes());
        assertThat(merged.merge(merged).bytes()).usingRecursiveComparison().isEqualTo(merged.bytes());
    }

    @Property(tries = 200)
    void decodingGivesBackWhatWasEncoded(@ForAll("events") List<Event> events) {
        State state = State.of(events);

        Ledger ledger = LedgerCodec.decode(LedgerCodec.encode(state.ledger));

        assertThat(ledger.reports()).containsExactlyElementsOf(state.ledger.reports());
        assertThat(ledger.newest()).isEqualTo(state.ledger.newest());
        state.days.forEach((date, day) ->
                assertThat(DayCodec.decode(date, DayCodec.encode(day))).isEqualTo(day));
    }

    @Provide
    Arbitrary<List<Event>> events() {
        return Arbitraries.oneOf(reports(), bouts()).list().ofMinSize(1).ofMaxSize(30);
    }

    private static Arbitrary<Event> reports() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "00000000-1111-2222-3333-444444444444"),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(-1, 10),
                        Arbitraries.of(Symptom.class).set().ofMaxSize(2),
                        Arbitraries.of(Site.class).injectNull(0.2),
                        Arbitraries.of(Onset.class),
                        Arbitraries.of(true, false))
                .as((id, day, version, intensity, symptoms, site, onset, flag) -> {
                    PainReport.Builder report = PainReport.of(id, Diary.PATIENT, Diary.at(day, 8 + version, 0))
                            .version(version)
                            .retracted(flag && version == 2)
                            .side(flag ? Side.LEFT : Side.RIGHT)
                            .onset(onset)
                            .symptoms(symptoms);
                    if (intensity >= 0) {
                        report.intensity(intensity);
                    }
                    if (site != null) {
                        report.site(site).source("app");
                    }
                    return report.build();
                });
    }

    private static Arbitrary<Event> bouts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.integers().between(0, 150),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(Activity.class),
                        Arbitraries.of(Measure.class).injectNull(0.3),
                        Arbitraries.integers().between(-20, 20),
                        Arbitraries.integers().between(0, 9))
                .as((day, hour, minutes, version, activity, measure, index, luck) -> {
                    ActivityBout.Builder bout = ActivityBout.of(
                                    "b" + luck % 3,
                                    Diary.PATIENT,
                                    Diary.at(day, hour, 30 * (luck % 2)),
                                    Diary.at(day, hour, 30 * (luck % 2)).plusMinutes(minutes))
                            .activity(activity)
                            .version(version)
                            .worn(luck > 0)
                            .retracted(version == 2 && luck > 6);
                    if (measure != null) {
                        bout.load(
                                measure.isSided() ? Diary.load(measure, index) : new WalkingAsymmetry(Math.abs(index)));
                    }
                    return bout.build();
                });
    }
}
