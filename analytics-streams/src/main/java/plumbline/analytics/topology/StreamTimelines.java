package plumbline.analytics.topology;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import plumbline.analytics.codec.DayCodec;
import plumbline.analytics.codec.HistoryCodec;
import plumbline.analytics.codec.LedgerCodec;
import plumbline.analytics.codec.RegisterCodec;
import plumbline.analytics.episode.Register;
import plumbline.analytics.timeline.DayRecord;
import plumbline.analytics.timeline.Ledger;
import plumbline.analytics.view.StoredTimeline;
import plumbline.analytics.view.Timelines;

/** The timelines in the stores of the instances, read beside the stream. A copy that another instance keeps is never read. */
final class StreamTimelines implements Timelines {
    private final KafkaStreams streams;
    private final Optional<HostInfo> self;
    private final String scheme;

    /**
     * The timelines of a stream.
     *
     * @param self how the other instances reach this one; absent when there are no others
     */
    StreamTimelines(KafkaStreams streams, Optional<HostInfo> self, String scheme) {
        this.streams = streams;
        this.self = self;
        this.scheme = scheme;
    }

    @Override
    public Found find(String patient, int days) {
        try {
            return self.flatMap(me -> elsewhere(patient, me)).orElseGet(() -> here(patient, days));
        } catch (InvalidStateStoreException moving) {
            return new Found.NotNow();
        }
    }

    private Optional<Found> elsewhere(String patient, HostInfo me) {
        KeyQueryMetadata holder = streams.queryMetadataForKey(TaskStores.HISTORY, patient, new StringSerializer());
        if (holder == null || holder.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            return Optional.of(new Found.NotNow());
        }
        HostInfo host = holder.activeHost();
        return host.equals(me)
                ? Optional.empty()
                : Timelines.instance(scheme, host.host(), host.port())
                        .<Found>map(Found.Elsewhere::new)
                        .or(() -> Optional.of(new Found.NotNow()));
    }

    private Found here(String patient, int days) {
        byte[] history = store(TaskStores.HISTORY).get(patient);
        if (history == null) {
            return new Found.Nowhere();
        }
        StoredTimeline.Parts parts = new StoredTimeline.Parts(
                HistoryCodec.decode(history),
                stored(TaskStores.LEDGER, patient).map(LedgerCodec::decode).orElse(Ledger.EMPTY),
                stored(TaskStores.REGISTER, patient).map(RegisterCodec::decode).orElse(Register.EMPTY),
                date -> day(patient, date));
        return new Found.Here(StoredTimeline.view(patient, parts, days));
    }

    private DayRecord day(String patient, LocalDate date) {
        return stored(TaskStores.DAYS, StoredChart.key(patient, date))
                .map(bytes -> DayCodec.decode(date, bytes))
                .orElse(DayRecord.EMPTY);
    }

    private Optional<byte[]> stored(String store, String key) {
        return Optional.ofNullable(store(store).get(key));
    }

    private ReadOnlyKeyValueStore<String, byte[]> store(String name) {
        return streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
    }
}
