package plumbline.ingest.publish;

import java.time.Instant;
import plumbline.contract.patient.PatientProfile;

/** Where the directory's entries are kept. */
public interface ProfileLog {

    /** Whether it can be expected to store anything now. Never waits. */
    boolean isReachable();

    /**
     * Begins to store an entry, and returns without waiting for it.
     *
     * @param receipt told once, on any thread, now or later
     */
    void put(PatientProfile profile, Instant acceptedAt, Receipt receipt);

    /**
     * Begins to delete a patient's entry, by which everything else of the patient is erased.
     *
     * @param erasure the id of the erasure
     * @param receipt told once, on any thread, now or later
     */
    void delete(String patient, String erasure, Instant acceptedAt, Receipt receipt);

    /** Learns what became of a record. */
    interface Receipt {

        /** It is stored durably, at this place of its patient's partition. */
        void stored(long offset);

        /** It is not known to be stored. */
        void lost();
    }
}
