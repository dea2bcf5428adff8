package plumbline.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
import plumbline.notifier.casework.Teams;

/** One endpoint hangs: what happens to others, and to what else goes there. */
class AttemptsTest {
    private static final int FULL = EndpointPool.AT_ONCE + EndpointPool.WAITING;

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
    private final Attempts attempts = attempts(hanging);

    private Attempts attempts(Channel webhook) {
        return new Attempts(
                new Channels(
                        command -> Attempt.of(Outcome.DELIVERED),
                        Map.of(RecipientKind.CARE_TEAM, webhook),
                        Map.of(),
                        Optional.empty(),
                        new Members(Teams.NONE)),
                new Reports(finals, "deliveries-v1"),
                new SimpleMeterRegistry(),
                now::get);
    }

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
        assertThat(hung).hasValue(EndpointPool.AT_ONCE);
    }

    @Test
    void aFullEndpointThatMovesIsWaitedForAndOneThatIsStuckIsNot() {
        fill();
        assertThat(attempts.hasRoomFor(1)).isFalse();

        now.set(Commands.AT.plus(EndpointPool.STUCK));
        assertThat(attempts.hasRoomFor(LaneClients.BATCH)).isTrue();
    }

    @Test
    void whatAFullEndpointCannotTakeIsNotSentAndSaidSoAtOnce() {
        fill();
        attempts.make(to(ChannelKind.WEBHOOK));

        assertThat(outcomes()).containsExactly(Outcome.DEFERRED);
        assertThat(reports().get(0).retryAfterMillis()).hasValue(Attempts.AGAIN.toMillis());
    }

    @Test
    void whatABreakerHoldsBackIsDeferredUntilTheNextProbe() {
        AtomicInteger tried = new AtomicInteger();
        try (Attempts broken = attempts(command -> {
            tried.incrementAndGet();
            return Attempt.of(Outcome.RETRY);
        })) {
            for (int i = 1; i <= Breaker.FAILURES + 1; i++) {
                int made = i;
                broken.make(to(ChannelKind.WEBHOOK));
                await().until(() -> reports().size() == made);
            }
        }

        DeliveryReport last = reports().get(Breaker.FAILURES);
        assertThat(tried).hasValue(Breaker.FAILURES);
        assertThat(last.outcome()).contains(Outcome.DEFERRED);
        assertThat(last.retryAfterMillis()).hasValue(Breaker.PAUSE.toMillis());
    }

    @Test
    void whatHasNotBegunAtShutdownIsDeferredAtOnceAndWhatHasEndsByItself() {
        fill();
        CompletableFuture<Void> closed = CompletableFuture.runAsync(attempts::close);

        await().until(() -> outcomes().equals(Collections.nCopies(EndpointPool.WAITING, Outcome.DEFERRED)));
        hang.countDown();
        closed.join();
        assertThat(outcomes()).filteredOn(Outcome.IN_DOUBT::equals).hasSize(EndpointPool.AT_ONCE);
    }

    @Test
    void aCommandThatComesAfterTheShutdownIsDeferred() {
        attempts.make(to(ChannelKind.LOG));
        await().until(() -> outcomes().size() == 1);
        attempts.close();
        attempts.make(to(ChannelKind.LOG));

        assertThat(outcomes()).containsExactly(Outcome.DELIVERED, Outcome.DEFERRED);
    }

    @Test
    void whatWaitedTooLongIsNotSent() {
        fill();
        now.set(Commands.AT.plus(Attempts.PATIENCE).plusMillis(1));
        hang.countDown();

        await().until(() -> outcomes().size() == FULL);
        assertThat(hung).hasValue(EndpointPool.AT_ONCE);
        assertThat(outcomes()).filteredOn(Outcome.DEFERRED::equals).hasSize(EndpointPool.WAITING);
    }

    private void fill() {
        for (int i = 0; i < FULL; i++) {
            attempts.make(to(ChannelKind.WEBHOOK));
        }
        await().until(() -> hung.get() == EndpointPool.AT_ONCE);
    }

    private static Notification to(ChannelKind channel) {
        return Commands.to(RecipientKind.CARE_TEAM, channel, Commands.AT.plusSeconds(60));
    }

    private List<Outcome> outcomes() {
        return reports().stream().map(report -> report.outcome().orElseThrow()).toList();
    }

    private List<DeliveryReport> reports() {
        return finals.history().stream()
                .map(record -> {
                    try {
                        return Json.read(record.value(), DeliveryReport.class);
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .toList();
    }
}
