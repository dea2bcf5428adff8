package plumbline.notifier.delivery;

import java.time.Duration;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.json.Json;

/** Tells casework what came of attempts. A report that cannot be told is missed by casework at its deadline. */
final class Reports implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final String topic;

    Reports(Producer<String, byte[]> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    ProducerRecord<String, byte[]> record(DeliveryReport report) {
        return new ProducerRecord<>(topic, report.patient(), Json.write(report));
    }

    void send(DeliveryReport report) {
        Future<RecordMetadata> unused = producer.send(record(report), (metadata, failure) -> {
            if (failure != null) {
                LOG.warn("event=report-lost delivery={} attempt={}", report.delivery(), report.attempt(), failure);
            }
        });
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
