package plumbline.notifier.topology;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import plumbline.contract.json.Json;
import plumbline.notifier.casefile.Case;

/** The cases by patient, as JSON with the version of its form. */
final class CaseStore {
    private final KeyValueStore<String, byte[]> store;

    CaseStore(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    Optional<Case> find(String patient) {
        return Optional.ofNullable(store.get(patient)).map(CaseStore::decode);
    }

    /** Keeps a case; of a patient of whom nothing is known, nothing is kept. */
    void put(Case newest) {
        if (newest.equals(Case.empty(newest.patient()))) {
            store.delete(newest.patient());
        } else {
            store.put(newest.patient(), encode(newest));
        }
    }

    static byte[] encode(Case newest) {
        return Json.write(newest);
    }

    /** What every form of the state has. */
    private record Form(int version) {}

    /** Reads a case; one that a newer release wrote is refused, for guessing at it could lose an alert. */
    static Case decode(byte[] stored) {
        try {
            if (Json.read(stored, Form.class).version() > Case.VERSION) {
                throw new IllegalStateException("the state was written by a newer release; start that one");
            }
            return Json.read(stored, Case.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a stored case cannot be read", broken);
        }
    }
}
