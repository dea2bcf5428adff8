package plumbline.notifier.topology;

/** What the auditor of one task counted when it last went through all its cases. */
final class Census {
    private volatile long patients;
    private volatile long pending;
    private volatile long late;

    void take(long allPatients, long allPending, long allLate) {
        patients = allPatients;
        pending = allPending;
        late = allLate;
    }

    /** How many patients are known, by a finding or by the directory. */
    long patients() {
        return patients;
    }

    /** Of how many of them something has to be looked at by itself, sooner or later. */
    long pending() {
        return pending;
    }

    /** Of how many of them that is overdue by more than the auditor forgives. */
    long late() {
        return late;
    }
}
