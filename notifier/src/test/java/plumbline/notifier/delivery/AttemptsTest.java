package plumbline.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.json.Json;

/** One endpoint hangs: what happens to others, and to what else goes there. */
class AttemptsTest {
    private static final int FULL = Endpoint.AT_ONCE + Endpoint.WAITING;

    private final CountDownLatch hang = new CountDownLatch(1);
    private final AtomicInteger hung = new AtomicInteger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Commands.AT);
    private final MockProducer<String, byte[]> finals =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Channel hanging = command -> {
        hung.incrementAndGet();
        try {
            hang.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return Attempt.of(Outcome.IN_DOUBT);
    };
    private final Attempts attempts = new Attempts(
            new Channels(command -> Attempt.of(Outcome.DELIVERED), Map.of(RecipientKind.CARE_TEAM, hanging), Map.of()),
            new Reports(finals, "deliveries-v1"),
            new SimpleMeterRegistry(),
            now::get);

    @AfterEach
    void close() {
        hang.countDown();
        attempts.close();
    }

    @Test
    void anEndpointThatHangsHoldsUpNoOther() {
        fill();
        attempts.make(to(ChannelKind.LOG));

        await().until(() -> outcomes().equals(List.of(Outcome.DELIVERED)));
        assertThat(hung).hasValue(Endpoint.AT_ONCE);
    }

    @Test
    void aFullEndpointThatMovesIsWaitedForAndOneThatIsStuckIsNot() {
        fill();
        assertThat(attempts.hasRoomFor(1)).isFalse();

        now.set(Commands.AT.plus(Endpoint.STUCK));
        assertThat(attempts.hasRoomFor(LaneClients.BATCH)).isTrue();
    }

    @Test
    void whatAFullEndpointCannotTakeIsNotSentAndSaidSoAtOnce() {
        fill();
        attempts.make(to(ChannelKind.WEBHOOK));

        assertThat(outcomes()).containsExactly(Outcome.RETRY);
    }

    @Test
    void whatWaitedTooLongIsNotSent() {
        fill();
        now.set(Commands.AT.plus(Attempts.PATIENCE).plusMillis(1));
        hang.countDown();

        await().until(() -> outcomes().size() == FULL);
        assertThat(hung).hasValue(Endpoint.AT_ONCE);
        assertThat(outcomes()).filteredOn(Outcome.RETRY::equals).hasSize(Endpoint.WAITING);
    }

    private void fill() {
        for (int i = 0; i < FULL; i++) {
            attempts.make(to(ChannelKind.WEBHOOK));
        }
        await().until(() -> hung.get() == Endpoint.AT_ONCE);
    }

    private static Notification to(ChannelKind channel) {
        return Commands.to(RecipientKind.CARE_TEAM, channel, Commands.AT.plusSeconds(60));
    }

    private List<Outcome> outcomes() {
        return finals.history().stream()
                .map(record -> {
                    try {
                        return Json.read(record.value(), DeliveryReport.class)
                                .outcome()
                                .orElseThrow();
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .toList();
    }
}
