package plumbline.ingest.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import plumbline.contract.patient.PatientProfile;
import plumbline.ingest.publish.ProfileLog;

/** The directory's topic in memory, which can be silent, lossy or away. */
final class FakeProfiles implements ProfileLog {
    /** How it deals with records. */
    enum Mood {
        STORING,
        LOSING,
        SILENT,
        AWAY
    }

    private final List<String> records = new ArrayList<>();
    private Mood mood = Mood.STORING;

    synchronized void become(Mood next) {
        mood = next;
    }

    /** What was stored, in words. */
    synchronized List<String> records() {
        return List.copyOf(records);
    }

    @Override
    public synchronized boolean isReachable() {
        return mood != Mood.AWAY;
    }

    @Override
    public void put(PatientProfile profile, Instant acceptedAt, Receipt receipt) {
        store("put " + profile.id(), receipt);
    }

    @Override
    public void delete(String patient, String erasure, Instant acceptedAt, Receipt receipt) {
        store("delete " + patient, receipt);
    }

    private void store(String words, Receipt receipt) {
        Mood now;
        int offset;
        synchronized (this) {
            now = mood;
            offset = records.size();
            if (now == Mood.STORING) {
                records.add(words);
            }
        }
        if (now == Mood.STORING) {
            receipt.stored(offset);
        } else if (now == Mood.LOSING) {
            receipt.lost();
        }
    }
}
