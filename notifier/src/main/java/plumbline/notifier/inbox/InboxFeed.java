package plumbline.notifier.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.json.Json;
import plumbline.contract.topic.Topic;
import plumbline.notifier.tail.Tail;

/** Takes what is read of alerts and their history into the inbox. */
public final class InboxFeed implements Tail.Reader {
    /** The name under which its readiness is told. */
    static final String PART = "inbox";

    private static final Logger LOG = LoggerFactory.getLogger(InboxFeed.class);

    private final Inbox inbox;
    private final String alerts;

    InboxFeed(Inbox inbox, String alerts) {
        this.inbox = inbox;
        this.alerts = alerts;
    }

    /** Starts to read; the topics must exist. */
    public static Tail start(KafkaSettings kafka, Inbox inbox) {
        return Tail.start(
                kafka,
                PART,
                List.of(Topic.ALERTS, Topic.ALERT_HISTORY),
                new InboxFeed(inbox, kafka.name(Topic.ALERTS)));
    }

    @Override
    public void complete() {
        inbox.complete();
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> record) {
        try {
            boolean isAlert = record.topic().equals(alerts);
            if (record.value() == null && isAlert) {
                inbox.remove(Topic.alertOf(record.key()));
            } else if (record.value() == null) {
                inbox.remove(Topic.alertOf(record.key()), Topic.sequenceOf(record.key()));
            } else if (!isAlert) {
                inbox.apply(Json.read(record.value(), AlertEntry.class));
            } else {
                inbox.apply(Json.read(record.value(), Alert.class), record.partition(), record.offset());
            }
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException unreadable) {
            LOG.warn(
                    "event=inbox-record-unreadable topic={} partition={} offset={} reason={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    unreadable.getClass().getSimpleName());
        }
    }
}
