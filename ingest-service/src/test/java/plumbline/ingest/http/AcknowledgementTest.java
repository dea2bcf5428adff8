package plumbline.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.contract.check.ErrorCode;
import plumbline.ingest.http.Served.Answered;

class AcknowledgementTest {
    private static final String TWO = "[" + Served.report("a") + "," + Served.report("b") + "]";

    private Served served;

    @BeforeEach
    void start() {
        served = Served.start(new Bounds(1_000, 1_500, 3, Duration.ofMillis(700), Duration.ofMillis(700)));
    }

    @AfterEach
    void stop() {
        served.log.release();
        served.close();
    }

    @Test
    void answersOnlyOnceEverythingIsStored() {
        served.log.hold();
        CompletableFuture<Answered> answer = served.postLater(TWO);
        await().until(() -> served.log.heldCount() == 2);

        assertThat(answer).isNotDone();

        served.log.release();
        assertThat(answer.join().status()).isEqualTo(202);
    }

    @Test
    void namesTheEventsThatWereNotStored() {
        served.log.lose(event -> event.id().equals("b") ? Optional.of(ErrorCode.NOT_STORED) : Optional.empty());

        Answered answer = served.post(Served.JSON, TWO);

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.json().at("/results/0/id").asText()).isEqualTo("b");
        assertThat(answer.code()).isEqualTo("not-stored");
        assertThat(answer.json().at("/results/0/errors/0/pointer").asText()).isEqualTo("/1");
        assertThat(answer.json().at("/results/0/errors/0/retryable").asBoolean())
                .isTrue();
    }

    @Test
    void asksToComeBackWhenNothingWasStored() {
        served.log.lose(event -> Optional.of(ErrorCode.NOT_STORED));

        Answered answer = served.post(Served.JSON, TWO);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("retry-after")).isEqualTo("1");
        assertThat(answer.json().path("retryable").asBoolean()).isTrue();
    }

    @Test
    void rejectsForGoodWhatCanNeverBeStored() {
        served.log.lose(event -> Optional.of(ErrorCode.EVENT_TOO_LARGE));

        assertThat(served.post(Served.JSON, Served.report("a")).status()).isEqualTo(422);
    }

    @Test
    void givesUpOnReceiptsThatDoNotCome() {
        served.log.hold();

        Answered answer = served.postLater(TWO)
                .orTimeout(2, java.util.concurrent.TimeUnit.SECONDS)
                .join();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(served.metric("plumbline_ingest_inflight_events")).isZero();
    }

    @Test
    void refusesAtOnceWhileTheLogIsAway() {
        served.log.goAway();

        Answered answer = served.post(Served.JSON, TWO);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("retry-after")).isEqualTo("1");
        assertThat(served.get("/health/ready").status()).isEqualTo(503);
        assertThat(served.get("/health/live").status()).isEqualTo(200);
    }

    @Test
    void shedsEventsBeyondTheBoundAndTakesThemLater() {
        served.log.hold();
        CompletableFuture<Answered> first = served.postLater(TWO);
        await().until(() -> served.log.heldCount() == 2);

        Answered shed = served.post(Served.JSON, TWO);

        assertThat(shed.status()).isEqualTo(429);
        assertThat(shed.header("retry-after")).isEqualTo("1");
        served.log.release();
        assertThat(first.join().status()).isEqualTo(202);
        assertThat(served.post(Served.JSON, TWO).status()).isEqualTo(202);
    }

    @Test
    void shedsBytesBeyondTheBound() {
        served.log.hold();
        CompletableFuture<Answered> first =
                served.postLater(Served.report("a", "p-1", "\"x\":\"" + "x".repeat(800) + "\""));
        await().until(() -> served.log.heldCount() == 1);

        Answered shed = served.post(Served.JSON, Served.report("b", "p-1", "\"x\":\"" + "x".repeat(800) + "\""));

        assertThat(shed.status()).isEqualTo(429);
        served.log.release();
        assertThat(first.join().status()).isEqualTo(202);
    }

    @Test
    void countsEveryEventOnce() {
        served.log.lose(event -> event.id().equals("b") ? Optional.of(ErrorCode.NOT_STORED) : Optional.empty());
        for (String body : List.of(TWO, "[1,{}]", Served.report("c"), "broken", "[" + Served.report("b") + "]")) {
            served.post(Served.JSON, body);
        }

        assertThat(served.metric("plumbline_events_received_total")).isEqualTo(6);
        assertThat(served.metric("plumbline_events_accepted_total")).isEqualTo(2);
        assertThat(served.metric("plumbline_events_rejected_total")).isEqualTo(4);
        assertThat(served.registry.scrape())
                .contains(
                        "plumbline_events_rejected_total{code=\"not-stored\"} 2.0",
                        "plumbline_ingest_requests_total{status=\"400\"} 1.0",
                        "plumbline_ingest_acknowledgement_seconds_bucket{le=\"0.005\"}");
    }

    @Test
    void holdsNothingAtRest() {
        served.post(Served.JSON, TWO);
        served.post(Served.JSON, "x".repeat(1_001));
        served.post(Served.JSON, "[");

        await().untilAsserted(() -> {
            assertThat(served.metric("plumbline_ingest_inflight_bytes")).isZero();
            assertThat(served.metric("plumbline_ingest_inflight_events")).isZero();
        });
    }

    @Test
    void finishesWhatIsUnderWayWhenItStops() {
        served.log.hold();
        CompletableFuture<Answered> answer = served.postLater(TWO);
        await().until(() -> served.log.heldCount() == 2);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(served.server::close);
        CompletableFuture.delayedExecutor(400, java.util.concurrent.TimeUnit.MILLISECONDS)
                .execute(served.log::release);

        assertThat(answer.join().status()).isEqualTo(202);
        assertThat(stopped).succeedsWithin(Duration.ofSeconds(3));
    }
}
