package plumbline.notifier.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.delivery.Notification;
import plumbline.contract.json.Json;

/**
 * Takes commands and starts attempts. That an attempt is about to be made is committed together with the command's offset, before
 * anything is sent: whoever dies before that sent nothing, and whoever dies after it is seen by casework to have started.
 */
final class LaneSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneSession.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final LaneClients clients;
    private final Attempts attempts;
    private final Consumer<String, byte[]> commands;
    private final Producer<String, byte[]> starts;

    private LaneSession(
            LaneClients clients,
            Attempts attempts,
            Consumer<String, byte[]> commands,
            Producer<String, byte[]> starts) {
        this.clients = clients;
        this.attempts = attempts;
        this.commands = commands;
        this.starts = starts;
    }

    /** Opens the clients of one session. */
    static LaneSession open(LaneClients clients, Attempts attempts) {
        return new LaneSession(clients, attempts, clients.commands(), clients.starts());
    }

    void run(BooleanSupplier stopped) {
        starts.initTransactions();
        commands.subscribe(Set.of(clients.topic()));
        while (!stopped.getAsBoolean()) {
            if (attempts.hasRoomFor(LaneClients.BATCH)) {
                commands.resume(commands.paused());
            } else {
                commands.pause(commands.assignment());
            }
            ConsumerRecords<String, byte[]> batch = commands.poll(POLL);
            if (!batch.isEmpty()) {
                take(batch);
            }
        }
    }

    private void take(ConsumerRecords<String, byte[]> batch) {
        List<Notification> started = new ArrayList<>();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : batch) {
            offsets.put(
                    new TopicPartition(record.topic(), record.partition()), new OffsetAndMetadata(record.offset() + 1));
            try {
                started.add(Json.read(record.value(), Notification.class));
            } catch (JsonProcessingException | IllegalArgumentException malformed) {
                LOG.warn(
                        "event=undecodable topic={} partition={} offset={} reason=malformed",
                        record.topic(),
                        record.partition(),
                        record.offset());
            }
        }
        starts.beginTransaction();
        for (Notification command : started) {
            // A send that fails makes the commit fail.
            Future<RecordMetadata> unused = starts.send(attempts.started(command));
        }
        starts.sendOffsetsToTransaction(offsets, commands.groupMetadata());
        starts.commitTransaction();
        started.forEach(attempts::make);
    }

    @Override
    public void close() {
        starts.close(CLOSE);
        commands.close(CloseOptions.timeout(CLOSE));
    }
}
