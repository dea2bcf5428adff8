package plumbline.notifier.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import plumbline.contract.topic.Topic;

/** How far each history has come, also those that no case remembers: what an erasure must reach. */
final class Histories {
    /** Behind all keys of a patient: the character after the slash. */
    private static final char AFTER = '/' + 1;

    private final KeyValueStore<String, Long> store;

    Histories(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    void put(String patient, String alert, long sequence) {
        store.put(Topic.alertKey(patient, alert), sequence);
    }

    /** Forgets the histories of a patient; returns them by the keys of their alerts, with the number of the newest entry. */
    List<KeyValue<String, Long>> takeAll(String patient) {
        List<KeyValue<String, Long>> all = new ArrayList<>();
        try (KeyValueIterator<String, Long> entries = store.range(Topic.alertKey(patient, ""), patient + AFTER)) {
            entries.forEachRemaining(all::add);
        }
        all.forEach(entry -> store.delete(entry.key));
        return all;
    }
}
