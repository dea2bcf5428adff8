package plumbline.cohort.truth;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plumbline.cohort.latent.Calendar;
import plumbline.cohort.latent.Person;
import plumbline.cohort.observe.Observation;
import plumbline.cohort.truth.Definitions.Stretch;
import plumbline.contract.event.Event;
import plumbline.contract.patient.RiskFactor;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;

/** What was told that asks for somebody soon, or in time, and silence after it. Written from the published table alone. */
final class ToldSigns {
    private static final int STANDS = 7;
    private static final int SIX_WEEKS = 42;
    private static final int SEVERE = 7;
    private static final Duration SILENCE = Duration.ofDays(2);
    private static final Set<Symptom> SOON =
            Set.of(Symptom.NIGHT_PAIN_UNRELIEVED, Symptom.WEIGHT_LOSS_UNEXPLAINED, Symptom.THORACIC_OR_BANDLIKE_PAIN);
    private static final Set<Site> SPINE = Set.of(Site.NECK, Site.UPPER_BACK, Site.LOWER_BACK);

    private final Observation patient;
    private final Calendar calendar;
    private final ToldDays told;

    ToldSigns(Observation patient, Calendar calendar, ToldDays told) {
        this.patient = patient;
        this.calendar = calendar;
        this.told = told;
    }

    /** A code of the table, spinal pain of the prone to infection, or new severe pain in brittle bones. */
    List<Stretch> soon() {
        Person person = patient.life().person();
        boolean prone = person.background().has(RiskFactor.IMMUNOSUPPRESSED)
                && SPINE.contains(person.region().site());
        boolean brittle = person.background().has(RiskFactor.OSTEOPOROSIS)
                || person.background().has(RiskFactor.LONG_TERM_STEROIDS);
        return spells(day -> SOON.stream().anyMatch(symptom -> told.named(symptom, day))
                || (prone && told.hurt(day, 1))
                || (brittle && told.hurt(day, SEVERE) && isNew(day)));
    }

    /** Sudden, or not felt in the two weeks before the last two, of which something was told. */
    private boolean isNew(int day) {
        boolean felt =
                IntStream.rangeClosed(day - 4 * STANDS + 1, day - 2 * STANDS).anyMatch(before -> told.hurt(before, 1));
        return told.sudden(day)
                || (!felt && day >= 2 * STANDS && told.reportedDays(day - 4 * STANDS + 1, day - 2 * STANDS) > 0);
    }

    /** Leg pain in a pain that has been persistent for six weeks. */
    List<Stretch> routine(ToldPains pains) {
        return spells(day -> told.named(Symptom.LEG_PAIN, day)
                && pains.persistent().stream()
                        .anyMatch(spell -> day >= spell.stretch().begin() + SIX_WEEKS && day < spell.over()));
    }

    List<Stretch> urgent() {
        return spells(told::urgent);
    }

    /** Severe or urgent, on four of seven days told, and then nothing of any kind for 48 hours. */
    List<Stretch> silences() {
        List<OffsetDateTime> ends = IntStream.range(0, calendar.days())
                .boxed()
                .flatMap(day -> Stream.concat(patient.told(day).stream(), patient.recorded(day).stream()))
                .map(Event::end)
                .sorted(Comparator.comparing(OffsetDateTime::toInstant))
                .toList();
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i + 1 < ends.size(); i++) {
            Instant fires = ends.get(i).toInstant().plus(SILENCE);
            int day = calendar.day(ends.get(i).toLocalDate());
            if (fires.isBefore(ends.get(i + 1).toInstant()) && day < calendar.days() && worrying(day)) {
                LocalDate on = ends.get(i).plus(SILENCE).toLocalDate();
                found.add(new Stretch(
                        day, calendar.day(on), calendar.day(ends.get(i + 1).toLocalDate())));
            }
        }
        return found;
    }

    private boolean worrying(int day) {
        boolean severe = IntStream.rangeClosed(day - 2, day).anyMatch(d -> told.hurt(d, SEVERE));
        boolean urgent =
                IntStream.rangeClosed(Math.max(0, day - STANDS + 1), day).anyMatch(told::urgent);
        return (severe || urgent) && told.reportedDays(day - 6, day) >= 4;
    }

    private List<Stretch> spells(IntPredicate holds) {
        return Definitions.spells(told.days(), STANDS, holds);
    }
}
