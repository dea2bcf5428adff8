package plumbline.notifier.topology;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.json.Json;
import plumbline.contract.team.CareTeam;
import plumbline.notifier.casework.Teams;

/** The directory of care teams, whole on every instance. */
@NullUnmarked
final class TeamStore implements Teams {
    private static final Logger LOG = LoggerFactory.getLogger(TeamStore.class);

    private final ReadOnlyKeyValueStore<String, byte[]> store;

    TeamStore(ReadOnlyKeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /** A team that cannot be read is none: its alerts go to the installation's own channels, and the log says so. */
    @Override
    public Optional<CareTeam> find(String id) {
        byte[] stored = store.get(id);
        if (stored == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(stored, CareTeam.class));
        } catch (JsonProcessingException unreadable) {
            LOG.error("event=care-team-unreadable team={}", id);
            return Optional.empty();
        }
    }

    /** Copies the topic, byte for byte: so a restored store is the same. */
    static final class Copy extends ContextualProcessor<String, byte[], Void, Void> {
        @Override
        public void process(Record<String, byte[]> record) {
            KeyValueStore<String, byte[]> store = context().getStateStore(CaseworkTopology.TEAMS);
            store.put(record.key(), record.value());
        }
    }
}
