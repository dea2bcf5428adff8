package plumbline.analytics.fold;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import plumbline.analytics.episode.Person;
import plumbline.analytics.episode.Register;
import plumbline.analytics.history.History;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Ledger;

/** A chart that lives in memory. */
public final class MemoryChart implements Chart {
    private final Map<LocalDate, DayRecord> days = new HashMap<>();
    private Optional<History> history = Optional.empty();
    private Ledger ledger = Ledger.EMPTY;
    private Register register = Register.EMPTY;
    private Person person = Person.UNKNOWN;
    private Recollection recollection = new Recollection();

    /** The records of all days. */
    public Map<LocalDate, DayRecord> days() {
        return Collections.unmodifiableMap(days);
    }

    @Override
    public Optional<LocalDate> newestDay() {
        return history.map(History::newest);
    }

    @Override
    public Optional<History> history() {
        return history;
    }

    @Override
    public void put(History value) {
        history = Optional.of(value);
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public void put(Ledger value) {
        ledger = value;
    }

    @Override
    public DayRecord day(LocalDate date) {
        return days.getOrDefault(date, DayRecord.EMPTY);
    }

    @Override
    public void put(LocalDate date, DayRecord day) {
        days.put(date, day);
    }

    @Override
    public void drop(LocalDate date) {
        days.remove(date);
    }

    @Override
    public Register register() {
        return register;
    }

    @Override
    public void put(Register value) {
        register = value;
    }

    @Override
    public Person person() {
        return person;
    }

    @Override
    public void put(Person value) {
        person = value;
    }

    @Override
    public Recollection recollection() {
        return recollection;
    }

    @Override
    public void erase() {
        recollection = new Recollection();
        days.clear();
        history = Optional.empty();
        ledger = Ledger.EMPTY;
        register = Register.EMPTY;
    }
}
