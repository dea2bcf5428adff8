package plumbline.analytics.topology;

import java.time.LocalDate;
import java.util.Optional;
import plumbline.analytics.codec.DayCodec;
import plumbline.analytics.codec.HistoryCodec;
import plumbline.analytics.codec.LedgerCodec;
import plumbline.analytics.codec.RegisterCodec;
import plumbline.analytics.episode.Register;
import plumbline.analytics.fold.Chart;
import plumbline.analytics.history.History;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Ledger;
import plumbline.analytics.topology.DueIndex.Due;

/** A patient's chart in the stores of a task. */
final class StoredChart implements Chart {
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

    private String key(LocalDate date) {
        return patient + '|' + date;
    }
}
