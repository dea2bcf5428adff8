package plumbline.analytics.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import plumbline.analytics.Diary;
import plumbline.analytics.Weeks;
import plumbline.analytics.episode.Person;
import plumbline.analytics.episode.Register;
import plumbline.analytics.history.History;
import plumbline.analytics.history.Retention;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Ledger;
import plumbline.contract.event.Event;
import plumbline.contract.finding.Finding;

/** A rule that is not evaluated would have seen what it saw before. */
class RecollectionLaws {
    private static final int DAYS = 75;

    @Property(tries = 30)
    void aChartThatRecollectsTellsTheSameAsOneThatForgets(@ForAll Random random) {
        List<Event> events = late(Weeks.of(random, DAYS), random);
        Retention retention = random.nextBoolean() ? Retention.LIVE : Retention.ONWARDS;

        assertThat(told(events, retention, new MemoryChart()))
                .isEqualTo(told(events, retention, new Forgetful(new MemoryChart())));
    }

    /** Some come after others that came later. */
    private static List<Event> late(List<Event> events, Random random) {
        List<Event> late = new ArrayList<>(events);
        for (int each = events.size() / 5; each > 0; each--) {
            Event moved = late.remove(random.nextInt(late.size()));
            late.add(random.nextInt(late.size() + 1), moved);
        }
        return late;
    }

    private static List<Finding> told(List<Event> events, Retention retention, Chart chart) {
        PatientFold fold = new PatientFold(PolicyFile.standard(), retention);
        List<Finding> told = new ArrayList<>();
        Instant clock = Instant.EPOCH;
        for (Event event : events) {
            clock = event.end().toInstant().isAfter(clock) ? event.end().toInstant() : clock;
            Optional<Instant> due = chart.register().due();
            while (due.isPresent() && !due.get().isAfter(clock)) {
                told.addAll(fold.wake(Diary.PATIENT, due.get(), chart));
                due = chart.register().due();
            }
            if (fold.accept(event, new Arrival.Live(clock), chart) instanceof Outcome.Merged merged) {
                told.addAll(merged.findings());
            }
        }
        return told;
    }

    /** A chart that keeps what is stored, and nothing else. */
    private record Forgetful(MemoryChart chart) implements Chart {
        @Override
        public Recollection recollection() {
            return new Recollection();
        }

        @Override
        public Optional<LocalDate> newestDay() {
            return chart.newestDay();
        }

        @Override
        public Optional<History> history() {
            return chart.history();
        }

        @Override
        public void put(History history) {
            chart.put(history);
        }

        @Override
        public Ledger ledger() {
            return chart.ledger();
        }

        @Override
        public void put(Ledger ledger) {
            chart.put(ledger);
        }

        @Override
        public DayRecord day(LocalDate date) {
            return chart.day(date);
        }

        @Override
        public void put(LocalDate date, DayRecord day) {
            chart.put(date, day);
        }

        @Override
        public void drop(LocalDate date) {
            chart.drop(date);
        }

        @Override
        public Register register() {
            return chart.register();
        }

        @Override
        public void put(Register register) {
            chart.put(register);
        }

        @Override
        public Person person() {
            return chart.person();
        }

        @Override
        public void put(Person person) {
            chart.put(person);
        }

        @Override
        public void erase() {
            chart.erase();
        }
    }
}
