package plumbline.contract.event;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Something that a patient or a device tells. Events of one patient and source with the same id are versions of one another: the
 * highest version counts, whatever the order of arrival.
 */
public sealed interface Event permits PainReport, ActivityBout {

    /** The highest version: the largest whole number that every JSON reader keeps exactly. */
    long MAX_VERSION = (1L << 53) - 1;

    /** 1-64 of {@code A-Za-z0-9._:-}, unique per patient and source. */
    String id();

    /** Whom it is about; same alphabet as the id. */
    String patient();

    /** When it began, with the offset of the patient's own clock. */
    OffsetDateTime start();

    /** When it ended; equal to the start for a report. */
    OffsetDateTime end();

    /** 0 to {@link #MAX_VERSION}; higher replaces lower. */
    long version();

    /** Whether this version withdraws the event. */
    boolean retracted();

    /** Who sent it, as the client names itself. */
    Optional<String> source();

    /** The patient's local date of the event, in the event's own offset. */
    default LocalDate date() {
        return start().toLocalDate();
    }
}
