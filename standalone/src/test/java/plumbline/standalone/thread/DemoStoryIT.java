package plumbline.standalone.thread;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.event.PainReport;
import plumbline.contract.vocabulary.Site;
import plumbline.contract.vocabulary.Symptom;
import plumbline.standalone.TestBroker;
import plumbline.standalone.demo.Demo;
import plumbline.standalone.issuer.Grant;
import plumbline.standalone.issuer.LocalIssuer;

/** What the demo shows of casework: steps, one message under one id, and an acknowledgement that ends it. */
class DemoStoryIT {
    @TempDir
    Path directory;

    @Test
    void tellsWhoIsAskedThatOneMessageWasRetriedAndWhoAcknowledged() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        try (Ward ward = Ward.start(
                directory,
                Optional.of(TestBroker.bootstrap()),
                Map.of(KafkaSettings.TOPIC_PREFIX.name(), "story-", "PLUMBLINE_WEBHOOK_ALLOW_PRIVATE", "true"))) {
            URI notifier = ward.services().get(2);
            String token =
                    LocalIssuer.in(directory).token(Grant.ofEverything("demo"), Instant.now(), Duration.ofHours(1));
            Demo demo = Demo.in(directory, Clock.systemUTC(), OptionalInt.empty(), OptionalLong.empty());
            AutoCloseable story = demo.follow(notifier, token, told::add);
            try {
                ward.post(PainReport.of(
                                "r1",
                                "p-story",
                                OffsetDateTime.now(ZoneOffset.UTC).withNano(0))
                        .site(Site.LOWER_BACK)
                        .intensity(7)
                        .symptoms(List.of(Symptom.SADDLE_NUMBNESS, Symptom.BLADDER_CHANGE))
                        .build());
                JsonNode alert = ward.alert("p-story");
                await().atMost(60, SECONDS).until(() -> told.size() >= 2);
                assertThat(told.get(0)).isEqualTo("step 1 of 3: nora is asked about p-story, red flag");
                assertThat(told.get(1)).contains("failed 3 times", "one message, under the one id");

                ward.act(
                        alert.path("id").asText(),
                        "{\"action\":\"acknowledge\",\"revision\":"
                                + ward.read("/v1/alerts/" + alert.path("id").asText())
                                        .path("revision")
                                        .asLong()
                                + "}");

                await().atMost(30, SECONDS).until(() -> told.contains("nurse acknowledged it; nobody else is asked"));
                assertThat(ward.read("/v1/alerts/" + alert.path("id").asText() + "/history")
                                .toString())
                        .contains("default/nora by webhook, attempt 4", "\"retry\"", "\"acknowledged\"");
            } finally {
                story.close();
            }
        }
    }
}
