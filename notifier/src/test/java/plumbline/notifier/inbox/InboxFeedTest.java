package plumbline.notifier.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.contract.alert.Alert;
import plumbline.contract.json.Json;
import plumbline.contract.topic.Topic;
import plumbline.notifier.tail.Tail;

class InboxFeedTest {
    private static final TopicPartition ALERTS = new TopicPartition("alerts", 0);
    private static final TopicPartition HISTORY = new TopicPartition("history", 0);
    private static final Alert ALERT = Samples.persistent("a", "p");

    private final Inbox inbox = new Inbox();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private Thread reading = new Thread();
    private long offset;

    @BeforeEach
    void lay() {
        for (TopicPartition part : List.of(ALERTS, HISTORY)) {
            consumer.updatePartitions(
                    part.topic(), List.of(new PartitionInfo(part.topic(), part.partition(), null, null, null)));
        }
        consumer.updateBeginningOffsets(Map.of(ALERTS, 0L, HISTORY, 0L));
    }

    @AfterEach
    void stop() throws InterruptedException {
        consumer.wakeup();
        reading.join(5_000);
    }

    private Tail start(long alertsAtStart) {
        consumer.updateEndOffsets(Map.of(ALERTS, alertsAtStart, HISTORY, 0L));
        Tail feed = new Tail(InboxFeed.PART, consumer, List.of("alerts", "history"), new InboxFeed(inbox, "alerts"));
        reading = new Thread(feed::run);
        reading.start();
        await().until(() -> !consumer.assignment().isEmpty());
        return feed;
    }

    private void record(TopicPartition part, byte @Nullable [] value) {
        record(part, Topic.alertKey("p", "a"), value);
    }

    private void record(TopicPartition part, String key, byte @Nullable [] value) {
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(part.topic(), 0, offset++, key, value)));
    }

    @Test
    void isReadyOnceAllThatWasThereAtTheStartIsRead() {
        Tail feed = start(2);
        await().until(() -> feed.readiness().parts().get("inbox").equals("restoring, 0 %"));
        assertThat(inbox.isComplete()).isFalse();

        record(ALERTS, Json.write(ALERT));
        record(ALERTS, Json.write(Samples.acknowledged(ALERT, "nurse")));

        await().until(() -> feed.readiness().ready());
        assertThat(inbox.find("a").orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void forgetsWhatATombstoneErases() {
        start(2);
        record(ALERTS, Json.write(ALERT));
        record(ALERTS, null);

        await().until(inbox::isComplete);
        assertThat(inbox.find("a")).isEmpty();
    }

    @Test
    void forgetsTheEntriesThatAreErasedAndNotTheAlertThatBeganAfreshMeanwhile() {
        byte[] entry = Json.write(Samples.entry(ALERT, 1, "opened", "plumbline", "", Optional.empty()));
        start(3);
        record(HISTORY, "p/a/1", entry);
        record(ALERTS, Json.write(ALERT));
        record(ALERTS, null);
        record(ALERTS, Json.write(ALERT));
        await().until(() -> inbox.isComplete() && inbox.history("a").size() == 1);

        record(HISTORY, "p/a/1", null);

        await().until(() -> inbox.history("a").isEmpty());
        assertThat(inbox.find("a")).contains(ALERT);
    }

    @Test
    void keepsTheHistoryThatBeganAfreshBeforeItsAlertIsRead() {
        start(2);
        record(HISTORY, "p/a/1", null);
        record(HISTORY, "p/a/1", Json.write(Samples.entry(ALERT, 1, "opened", "plumbline", "", Optional.empty())));
        await().until(() -> inbox.history("a").size() == 1);
        record(ALERTS, Json.write(ALERT));
        record(ALERTS, null);

        await().until(inbox::isComplete);
        assertThat(inbox.find("a")).isEmpty();
        assertThat(inbox.history("a")).hasSize(1);
    }

    @Test
    void passesOverWhatCannotBeRead() {
        start(3);
        record(ALERTS, "{".getBytes(StandardCharsets.UTF_8));
        record(ALERTS, "{\"type\":\"alert\",\"id\":\"x\"}".getBytes(StandardCharsets.UTF_8));
        record(ALERTS, Json.write(ALERT));

        await().until(inbox::isComplete);
        assertThat(inbox.find("a")).contains(ALERT);
    }

    @Test
    void readsTheHistory() {
        start(0);
        record(HISTORY, Json.write(Samples.entry(ALERT, 1, "opened", "plumbline", "", Optional.empty())));

        await().until(() -> inbox.history("a").size() == 1);
    }
}
