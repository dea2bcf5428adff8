package plumbline.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.Phase;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.json.Json;
import plumbline.notifier.casework.Teams;

class LaneSessionTest {
    private static final String TOPIC = "notifications-urgent-v1";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final MockConsumer<String, byte[]> commands = new MockConsumer<>("earliest");
    private final MockProducer<String, byte[]> starts = producer();
    private final MockProducer<String, byte[]> finals = producer();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final AtomicInteger committedWhenSent = new AtomicInteger(-1);
    private Instant now = Commands.AT;
    private Outcome outcome = Outcome.DELIVERED;
    private final Channel channel = notification -> {
        committedWhenSent.set(starts.history().size());
        sent.add(notification.id());
        return Attempt.of(outcome);
    };
    private final Attempts attempts = new Attempts(
            new Channels(channel, Map.of(), Map.of(), Optional.empty(), new Members(Teams.NONE)),
            new Reports(finals, "deliveries-v1"),
            new SimpleMeterRegistry(),
            () -> now);

    @AfterEach
    void close() {
        attempts.close();
    }

    @Test
    void theStartAndTheOffsetAreCommittedBeforeAnythingIsSent() throws Exception {
        run(Json.write(command()));
        await().until(() -> finals.history().size() == 1);

        assertThat(committedWhenSent).hasValue(1);
        assertThat(report(starts.history().get(0)).phase()).isEqualTo(Phase.STARTED);
        assertThat(starts.consumerGroupOffsetsHistory()
                        .get(0)
                        .values()
                        .iterator()
                        .next())
                .hasToString("{" + PARTITION + "=OffsetAndMetadata{offset=1, leaderEpoch=null, metadata=''}}");
        DeliveryReport last = report(finals.history().get(0));
        assertThat(last.outcome()).contains(Outcome.DELIVERED);
        assertThat(finals.history().get(0).key()).isEqualTo("p-1");
    }

    @Test
    void nothingIsSentWhenTheStartCannotBeCommitted() {
        starts.commitTransactionException = new KafkaException("no broker");

        assertThatThrownBy(() -> run(Json.write(command()))).isInstanceOf(KafkaException.class);
        attempts.close();
        assertThat(sent).isEmpty();
    }

    @Test
    void aWorkerThatWasReplacedSendsNothing() {
        starts.sendOffsetsToTransactionException = new ProducerFencedException("replaced");

        assertThatThrownBy(() -> run(Json.write(command()))).isInstanceOf(ProducerFencedException.class);
        attempts.close();
        assertThat(sent).isEmpty();
        assertThat(finals.history()).isEmpty();
    }

    @Test
    void commandsThatComeTogetherAreCommittedInOneTransactionWithTheLastOffset() throws Exception {
        run(Json.write(command()), "no json".getBytes(StandardCharsets.UTF_8));
        await().until(() -> finals.history().size() == 1);

        assertThat(starts.commitCount()).isEqualTo(1);
        assertThat(starts.consumerGroupOffsetsHistory().get(0).values())
                .singleElement()
                .asString()
                .contains("offset=2");
    }

    @Test
    void theStartNamesTheAttemptThatTheFinalReportEnds() throws Exception {
        run(Json.write(command()));
        await().until(() -> finals.history().size() == 1);

        DeliveryReport first = report(starts.history().get(0));
        DeliveryReport last = report(finals.history().get(0));
        assertThat(last.delivery()).isEqualTo(first.delivery());
        assertThat(last.attempt()).isEqualTo(first.attempt()).isEqualTo(1);
        assertThat(last.millis()).isPresent();
    }

    @Test
    void aCommandThatCannotBeReadStopsNobody() {
        run("no json".getBytes(StandardCharsets.UTF_8), null, Json.write(command()));
        await().until(() -> finals.history().size() == 1);

        assertThat(sent).containsExactly("d-1");
    }

    @Test
    void whatHasExpiredIsNotSent() throws Exception {
        now = command().expires();
        run(Json.write(command()));
        await().until(() -> finals.history().size() == 1);

        assertThat(sent).isEmpty();
        assertThat(report(finals.history().get(0)).outcome()).contains(Outcome.EXPIRED);
    }

    @Test
    void aBugInAChannelIsReportedAsInDoubt() throws Exception {
        outcome = null;
        run(Json.write(command()));
        await().until(() -> finals.history().size() == 1);

        assertThat(report(finals.history().get(0)).outcome()).contains(Outcome.IN_DOUBT);
    }

    private static Notification command() {
        return Commands.to(RecipientKind.CARE_TEAM, ChannelKind.LOG, Commands.AT.plusSeconds(60));
    }

    private void run(byte[]... values) {
        commands.updateBeginningOffsets(Map.of(PARTITION, 0L));
        commands.schedulePollTask(() -> {
            commands.rebalance(List.of(PARTITION));
            for (int i = 0; i < values.length; i++) {
                commands.addRecord(new ConsumerRecord<>(TOPIC, 0, i, "p-1", values[i]));
            }
        });
        AtomicInteger polls = new AtomicInteger();
        try (LaneSession session = LaneSession.open(new FakeClients(), attempts)) {
            session.run(() -> polls.incrementAndGet() > 3);
        }
    }

    private static DeliveryReport report(ProducerRecord<String, byte[]> record) throws Exception {
        return Json.read(record.value(), DeliveryReport.class);
    }

    private static MockProducer<String, byte[]> producer() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    private final class FakeClients extends LaneClients {
        FakeClients() {
            super(KafkaSettings.local("nowhere:9092"), Lane.URGENT, Optional.empty());
        }

        @Override
        Consumer<String, byte[]> commands() {
            return commands;
        }

        @Override
        Producer<String, byte[]> starts() {
            return starts;
        }
    }
}
