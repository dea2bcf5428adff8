package plumbline.standalone.thread;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.standalone.kafka.EmbeddedKafka;

class OutageIT {
    @TempDir
    Path directory;

    @Test
    void withoutTheirBrokerAllSayThatTheyAreNotReadyAndWithItAllGoesOn() {
        EmbeddedKafka broker = EmbeddedKafka.start(directory.resolve("kafka"));
        try (Ward ward = Ward.start(directory.resolve("home"), Optional.of(broker.bootstrap()), Map.of())) {
            assertThat(ward.post(Ward.suddenPain("r1", "p-before")).statusCode())
                    .isEqualTo(202);
            ward.alert("p-before");
            broker.close();

            long asked = System.nanoTime();
            HttpResponse<String> refused = ward.post(Ward.suddenPain("r1", "p-during"));
            Duration waited = Duration.ofNanos(System.nanoTime() - asked);

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("retry-after")).isPresent();
            assertThat(waited).isLessThan(Duration.ofSeconds(3));
            assertThat(ward.ingest("/health/live").statusCode()).isEqualTo(200);
            await().atMost(40, SECONDS).until(() -> ward.ready().equals(List.of(503, 503, 503)));

            broker = EmbeddedKafka.start(directory.resolve("kafka"));
            await().atMost(30, SECONDS)
                    .until(() -> ward.post(Ward.suddenPain("r2", "p-after")).statusCode() == 202);
            assertThat(ward.alert("p-after").path("kind").asText()).isEqualTo("urgent-pain");
            await().atMost(40, SECONDS).until(() -> ward.ready().equals(List.of(200, 200, 200)));
        } finally {
            broker.close();
        }
    }

    @Test
    void aSecondStartKnowsWhatTheFirstOneKnew() {
        JsonNode before;
        try (Ward ward = Ward.start(directory, Optional.empty(), Map.of())) {
            ward.post(Ward.suddenPain("r1", "p-kept"));
            before = ward.alert("p-kept");
            String acknowledge = "{\"action\":\"acknowledge\",\"revision\":"
                    + before.path("revision").asLong() + "}";
            assertThat(ward.act(before.path("id").asText(), acknowledge).statusCode())
                    .isEqualTo(200);
        }

        try (Ward ward = Ward.start(directory, Optional.empty(), Map.of())) {
            assertThat(ward.alert("p-kept").path("id")).isEqualTo(before.path("id"));
            assertThat(ward.alert("p-kept").path("status").asText()).isEqualTo("acknowledged");
            ward.post(Ward.suddenPain("r2", "p-new"));
            ward.alert("p-new");
            assertThat(ward.alerts("p-kept")).hasSize(1);
        }
    }
}
