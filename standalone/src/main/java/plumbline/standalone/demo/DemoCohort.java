package plumbline.standalone.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;

/**
 * The simulated patients and all that they ever send.
 *
 * @param firstDay the date on which the demo was first started
 * @param zone where the patients live
 */
record DemoCohort(long seed, int size, LocalDate firstDay, ZoneId zone) {
    /** How far the story reaches back. */
    static final Duration HISTORY = Duration.ofDays(42);

    private static final double REPORT = 0.1;

    List<DemoPatient> patients() {
        return IntStream.range(0, size)
                .mapToObj(number -> DemoPatient.of(seed, number))
                .toList();
    }

    /** All that ended after the one and until the other moment, in the order of ending. */
    Stream<Event> between(Instant after, Instant until) {
        LocalDate first = after.atZone(zone).toLocalDate();
        LocalDate last = until.atZone(zone).toLocalDate();
        List<DemoPatient> patients = patients();
        return first.datesUntil(last.plusDays(1))
                .flatMap(date -> patients.stream()
                        .flatMap(patient -> day(patient, date).events().stream())
                        .filter(event -> event.end().toInstant().isAfter(after)
                                && !event.end().toInstant().isAfter(until))
                        .sorted(Comparator.comparing(
                                        (Event event) -> event.end().toInstant())
                                .thenComparing(Event::patient)
                                .thenComparing(Event::id)));
    }

    /** What a few of the patients send at this moment, beyond their usual days: short walks, and now and then a report. */
    List<Event> now(Instant moment) {
        Dice dice = Dice.of(seed, moment.getEpochSecond());
        OffsetDateTime end = moment.atZone(zone).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
        return IntStream.range(0, dice.between(1, 3))
                .map(i -> dice.between(0, size - 1))
                .distinct()
                .mapToObj(number -> live(DemoPatient.of(seed, number), end, dice))
                .toList();
    }

    private Event live(DemoPatient patient, OffsetDateTime end, Dice dice) {
        DemoDay day = day(patient, end.toLocalDate());
        String id = "live-" + end.toEpochSecond();
        if (dice.chance(REPORT)) {
            return PainReport.of(id, patient.id(), end)
                    .site(patient.site())
                    .side(patient.side())
                    .intensity(day.score(dice))
                    .source("demo/app")
                    .build();
        }
        int minutes = dice.between(1, 2);
        return day.walking(id, end.minusMinutes(minutes), minutes, dice);
    }

    private DemoDay day(DemoPatient patient, LocalDate date) {
        return new DemoDay(seed, patient, date, (int) ChronoUnit.DAYS.between(firstDay, date), zone);
    }
}
