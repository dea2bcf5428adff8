package plumbline.analytics.topology;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import plumbline.analytics.codec.DayCodec;
import plumbline.analytics.codec.HistoryCodec;
import plumbline.analytics.codec.LedgerCodec;
import plumbline.analytics.codec.PersonCodec;
import plumbline.analytics.codec.RegisterCodec;
import plumbline.analytics.episode.Person;
import plumbline.analytics.episode.Register;
import plumbline.analytics.fold.Chart;
import plumbline.analytics.fold.Recollection;
import plumbline.analytics.history.History;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Ledger;
import plumbline.analytics.topology.DueIndex.Due;

/** A patient's chart in the stores of a task. */
final class StoredChart implements Chart {
    /** Stands between patient and date; no patient's id has it. */
    private static final char DATE = '|';

    private final String patient;
    private final TaskStores stores;
    private final DueIndex dues;

    StoredChart(String patient, TaskStores stores, DueIndex dues) {
        this.patient = patient;
        this.stores = stores;
        this.dues = dues;
    }

    @Override
    public Optional<LocalDate> newestDay() {
        return Optional.ofNullable(stores.history().get(patient)).map(HistoryCodec::newestDay);
    }

    @Override
    public Optional<History> history() {
        return Optional.ofNullable(stores.history().get(patient)).map(HistoryCodec::decode);
    }

    @Override
    public void put(History history) {
        stores.history().put(patient, HistoryCodec.encode(history));
    }

    @Override
    public Ledger ledger() {
        return Optional.ofNullable(stores.ledger().get(patient))
                .map(LedgerCodec::decode)
                .orElse(Ledger.EMPTY);
    }

    @Override
    public void put(Ledger ledger) {
        stores.ledger().put(patient, LedgerCodec.encode(ledger));
    }

    @Override
    public DayRecord day(LocalDate date) {
        return Optional.ofNullable(stores.days().get(key(date)))
                .map(bytes -> DayCodec.decode(date, bytes))
                .orElse(DayRecord.EMPTY);
    }

    @Override
    public void put(LocalDate date, DayRecord day) {
        stores.days().put(key(date), DayCodec.encode(day));
    }

    @Override
    public void drop(LocalDate date) {
        stores.days().delete(key(date));
    }

    @Override
    public Register register() {
        return Optional.ofNullable(stores.register().get(patient))
                .map(RegisterCodec::decode)
                .orElse(Register.EMPTY);
    }

    @Override
    public void put(Register register) {
        register().due().ifPresent(at -> dues.remove(new Due(at, patient)));
        register.due().ifPresent(at -> dues.add(new Due(at, patient)));
        stores.register().put(patient, RegisterCodec.encode(register));
    }

    @Override
    public Person person() {
        return Optional.ofNullable(stores.persons().get(patient))
                .map(PersonCodec::decode)
                .orElse(Person.UNKNOWN);
    }

    @Override
    public void put(Person person) {
        person().forgetAt().ifPresent(at -> dues.remove(new Due(at, patient)));
        person.forgetAt().ifPresent(at -> dues.add(new Due(at, patient)));
        if (person.equals(Person.UNKNOWN)) {
            stores.persons().delete(patient);
        } else {
            stores.persons().put(patient, PersonCodec.encode(person));
        }
    }

    /** None: the stores may have been restored, or written by another version. */
    @Override
    public Recollection recollection() {
        return new Recollection();
    }

    @Override
    public void erase() {
        register().due().ifPresent(at -> dues.remove(new Due(at, patient)));
        stores.register().delete(patient);
        stores.history().delete(patient);
        stores.ledger().delete(patient);
        dates().forEach(stores.days()::delete);
    }

    private List<String> dates() {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> days = stores.days().range(patient + DATE, patient + (char) (DATE + 1))) {
            days.forEachRemaining(day -> keys.add(day.key));
        }
        return keys;
    }

    private String key(LocalDate date) {
        return key(patient, date);
    }

    static String key(String patient, LocalDate date) {
        return patient + '|' + date;
    }
}
