package plumbline.standalone.thread;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.Lane;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Reason;
import plumbline.contract.delivery.RecipientKind;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.json.Json;
import plumbline.standalone.TestBroker;

/** What hangs in one lane, and at one endpoint, holds up no other. */
class LanesIT {
    private static final String PREFIX = "lanes-";
    private static final int NUDGES = 2_000;

    @Test
    void anUrgentMessageArrivesWhileTheNudgesHang(@TempDir Path directory) throws Exception {
        List<Socket> hanging = new CopyOnWriteArrayList<>();
        try (ServerSocket patients = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Receiver team = new Receiver()) {
            acceptAndHang(patients, hanging);
            try (Ward ward = Ward.start(
                    directory,
                    Optional.of(TestBroker.bootstrap()),
                    Map.of(
                            KafkaSettings.TOPIC_PREFIX.name(),
                            PREFIX,
                            "PLUMBLINE_WEBHOOK_URL",
                            team.address(),
                            "PLUMBLINE_PATIENT_WEBHOOK_URL",
                            "http://127.0.0.1:" + patients.getLocalPort() + "/",
                            "PLUMBLINE_WEBHOOK_SECRET",
                            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                            "PLUMBLINE_WEBHOOK_ALLOW_PRIVATE",
                            "true"))) {
                queueNudges();
                await().atMost(30, SECONDS).until(() -> hanging.size() >= 8);

                ward.post(Ward.suddenPain("r1", "p-lanes"));
                String alert = ward.alert("p-lanes").path("id").asText();
                Ward.eventually(() -> team.about(alert).stream().findFirst());

                assertThat(hanging).isNotEmpty().noneMatch(Socket::isClosed);
            } finally {
                for (Socket socket : hanging) {
                    socket.close();
                }
            }
        }
    }

    private static void acceptAndHang(ServerSocket server, List<Socket> hanging) {
        Thread accepting = new Thread(() -> {
            try {
                while (!server.isClosed()) {
                    hanging.add(server.accept());
                }
            } catch (java.io.IOException over) {
                // The test has ended.
            }
        });
        accepting.setDaemon(true);
        accepting.start();
    }

    private static void queueNudges() {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                KafkaSettings.local(TestBroker.bootstrap()).client(Map.of()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < NUDGES; i++) {
                producer.send(new ProducerRecord<>(
                        Lane.NUDGE.topic().name(PREFIX), "p-" + i, Json.write(nudge("p-" + i, Instant.now()))));
            }
        }
    }

    private static Notification nudge(String patient, Instant now) {
        return new Notification(
                "nudge-" + patient,
                "episode-" + patient,
                patient,
                RecipientKind.PATIENT,
                patient,
                Lane.NUDGE,
                ChannelKind.WEBHOOK,
                Reason.NUDGE,
                FindingKind.PROLONGED_SITTING,
                Severity.SELF_CARE,
                1,
                "Stand up",
                Optional.empty(),
                now,
                now.plus(Duration.ofHours(1)));
    }
}
