package plumbline.analytics.topology;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The state stores of one task, each with its changelog.
 *
 * @param history by patient
 * @param ledger by patient
 * @param days by patient and date
 * @param register by patient
 * @param persons by patient
 * @param dues by time and patient
 */
record TaskStores(
        KeyValueStore<String, byte[]> history,
        KeyValueStore<String, byte[]> ledger,
        KeyValueStore<String, byte[]> days,
        KeyValueStore<String, byte[]> register,
        KeyValueStore<String, byte[]> persons,
        KeyValueStore<byte[], byte[]> dues) {
    static final String HISTORY = "history";
    static final String LEDGER = "ledger";
    static final String DAYS = "days";
    static final String REGISTER = "register";
    private static final String PERSONS = "persons";
    private static final String DUES = "dues";

    /** The stores by name; writes of the same key within one commit become one, but for the dues, whose order counts. */
    static List<StoreBuilder<?>> builders() {
        return List.of(
                cached(HISTORY),
                cached(LEDGER),
                cached(DAYS),
                cached(REGISTER),
                cached(PERSONS),
                builder(DUES, Serdes.ByteArray()).withCachingDisabled());
    }

    static TaskStores of(ProcessorContext<?, ?> context) {
        return new TaskStores(
                context.getStateStore(HISTORY),
                context.getStateStore(LEDGER),
                context.getStateStore(DAYS),
                context.getStateStore(REGISTER),
                context.getStateStore(PERSONS),
                context.getStateStore(DUES));
    }

    private static StoreBuilder<?> cached(String name) {
        return builder(name, Serdes.String()).withCachingEnabled();
    }

    private static <K> StoreBuilder<KeyValueStore<K, byte[]>> builder(String name, Serde<K> key) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), key, Serdes.ByteArray())
                .withLoggingEnabled(Map.of());
    }
}
