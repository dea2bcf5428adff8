package plumbline.analytics.fold;

import java.time.LocalDate;
import java.util.Optional;
import plumbline.analytics.episode.Person;
import plumbline.analytics.episode.Register;
import plumbline.analytics.history.History;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Ledger;

/** One patient's stored state, in the parts that are read and written apart. */
public interface Chart {

    /** The patient's newest local date, cheaper than the history; absent for a patient of whom nothing is known. */
    Optional<LocalDate> newestDay();

    Optional<History> history();

    void put(History history);

    Ledger ledger();

    void put(Ledger ledger);

    /** The record of a date; {@link DayRecord#EMPTY} where there is none. */
    DayRecord day(LocalDate date);

    void put(LocalDate date, DayRecord day);

    /** Forgets the record of a date, if there is one. */
    void drop(LocalDate date);

    Register register();

    /** Keeps what was told, and when the patient is due: the one to whom the chart belongs must call again then. */
    void put(Register register);

    Person person();

    /** Keeps who the patient is; the one to whom the chart belongs must call again when an erasure can be forgotten. */
    void put(Person person);

    /** What was made of the chart when it was last looked at; nothing, where it is not worth keeping. */
    Recollection recollection();

    /** Empties every part but {@link #person}. */
    void erase();
}
