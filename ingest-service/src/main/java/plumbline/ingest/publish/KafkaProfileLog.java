package plumbline.ingest.publish;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.json.Json;
import plumbline.contract.patient.Erased;
import plumbline.contract.patient.PatientProfile;
import plumbline.contract.topic.Topic;

/** Stores entries through the producer of the events, with the same acknowledgement. */
public final class KafkaProfileLog implements ProfileLog {
    private final KafkaEventLog log;
    private final String topic;

    public KafkaProfileLog(KafkaEventLog log, KafkaSettings settings) {
        this.log = log;
        this.topic = settings.name(Topic.PATIENTS);
    }

    @Override
    public boolean isReachable() {
        return log.isReachable();
    }

    @Override
    public void put(PatientProfile profile, Instant acceptedAt, Receipt receipt) {
        send(record(profile.id(), Json.write(profile), acceptedAt), receipt);
    }

    @Override
    public void delete(String patient, String erasure, Instant acceptedAt, Receipt receipt) {
        ProducerRecord<String, byte[]> record = record(patient, null, acceptedAt);
        record.headers().add(Erased.HEADER, erasure.getBytes(StandardCharsets.UTF_8));
        send(record, receipt);
    }

    private ProducerRecord<String, byte[]> record(String patient, byte @Nullable [] value, Instant acceptedAt) {
        return new ProducerRecord<>(topic, null, acceptedAt.toEpochMilli(), patient, value);
    }

    private void send(ProducerRecord<String, byte[]> record, Receipt receipt) {
        try {
            Future<?> unused = log.producer().send(record, (stored, failure) -> {
                if (failure == null) {
                    receipt.stored(stored.offset());
                } else {
                    receipt.lost();
                }
            });
        } catch (KafkaException | IllegalStateException closed) {
            receipt.lost();
        }
    }
}
