package plumbline.analytics.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;

class RestorationTest {

    @Test
    void isReadyOnceTheStateIsRestoredAndTellsTheProgressUntilThen() {
        Restoration restoration = new Restoration();
        TopicPartition changelog = new TopicPartition("days-changelog", 0);

        assertThat(restoration.readiness(State.REBALANCING).parts()).containsEntry("state", "rebalancing");
        restoration.onRestoreStart(changelog, "days", 0, 200);
        restoration.onBatchRestored(changelog, "days", 50, 50);
        assertThat(restoration.readiness(State.REBALANCING).parts()).containsEntry("state", "restoring, 25 %");
        restoration.onRestoreEnd(changelog, "days", 200);
        assertThat(restoration.readiness(State.RUNNING).ready()).isTrue();
        assertThat(restoration.readiness(State.ERROR).ready()).isFalse();
    }
}
