package plumbline.standalone.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import plumbline.chassis.config.Closing;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.chassis.kafka.Topics;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Evidence;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.json.Json;
import plumbline.contract.topic.Topic;
import plumbline.contract.vocabulary.Side;
import plumbline.contract.vocabulary.Site;
import plumbline.notifier.NotifierConfig;
import plumbline.notifier.NotifierService;

/** A notifier with topics of its own, somebody who finds things in place of analytics, and the endpoints that are told. */
final class House implements AutoCloseable {
    private static final int PROBES = 200;
    private static final long APART_MILLIS = 20;
    private static final int NOON = 12;
    private static final int NIGHT = 3;
    private static final int WESTERNMOST = -12;
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Pattern DUE = Pattern.compile("\"what\":\"retry\"[^}]*again at ([0-9TZ:.-]+)\"");

    private final Closing closing = new Closing();
    private final Webhook webhook;
    private final KafkaProducer<String, byte[]> producer;
    private final String findings;
    private final Inquirer notifier;
    private int found;

    private House(KafkaSettings kafka, Path directory, String name, boolean hangs) throws IOException {
        webhook = closing.opened(new Webhook(false));
        Webhook patients = closing.opened(new Webhook(hangs));
        try (Topics topics = new Topics(kafka)) {
            topics.create(Topic.Owner.INGEST);
            topics.create(Topic.Owner.ANALYTICS);
        }
        findings = kafka.name(Topic.FINDINGS);
        producer = closing.opened(
                new KafkaProducer<>(kafka.client(Map.of()), new StringSerializer(), new ByteArraySerializer()));
        NotifierService service = closing.opened(NotifierService.start(NotifierConfig.fromEnvironment(Map.of(
                KafkaSettings.BOOTSTRAP.name(),
                kafka.bootstrap(),
                KafkaSettings.TOPIC_PREFIX.name(),
                kafka.topicPrefix(),
                "PLUMBLINE_HTTP_PORT",
                "0",
                "PLUMBLINE_DATA_DIR",
                directory.resolve(name).toString(),
                "PLUMBLINE_WEBHOOK_URL",
                webhook.address("/team"),
                "PLUMBLINE_PATIENT_WEBHOOK_URL",
                patients.address("/patient"),
                "PLUMBLINE_WEBHOOK_SECRET",
                KEY,
                "PLUMBLINE_WEBHOOK_ALLOW_PRIVATE",
                "true"))));
        notifier = new Inquirer(service.port());
        Inquirer.await(
                "the notifier is ready", () -> notifier.get("/health/ready").statusCode() == 200);
    }

    static House open(String bootstrap, Path directory, String name, boolean hangs) throws IOException {
        KafkaSettings kafka = new KafkaSettings(bootstrap, Map.of(), name + "-", 4, 1);
        return new House(kafka, directory, name, hangs);
    }

    /** Lets the code of the way through be compiled, and connections be made. */
    void warmUp() {
        probe("warm");
    }

    /** Brings the load; returns when casework has taken it up. */
    void fill(CaseworkBench.Load load) {
        for (int i = 0; i < load.timers(); i++) {
            find("timer-" + i, FindingKind.IMBALANCE, Severity.SELF_CARE, NIGHT);
        }
        for (int i = 0; i < load.nudges(); i++) {
            find("nudge-" + i, FindingKind.PROLONGED_SITTING, Severity.SELF_CARE, NOON);
        }
        producer.flush();
        Inquirer.await(
                "casework takes up the load", () -> notifier.counter("plumbline_notifier_findings_total") >= found);
    }

    /** Finds something urgent about one patient after the other, and waits until each message was taken. */
    List<Probe> probe() {
        return probe("probe");
    }

    private List<Probe> probe(String who) {
        long[] sent = new long[PROBES];
        for (int i = 0; i < PROBES; i++) {
            sent[i] = System.nanoTime();
            find(who + "-" + i, FindingKind.URGENT_PAIN, Severity.EMERGENCY, NOON);
            producer.flush();
            Inquirer.pause(APART_MILLIS);
        }
        List<Probe> probes = new ArrayList<>();
        for (int i = 0; i < PROBES; i++) {
            String patient = who + "-" + i;
            Inquirer.await(
                    patient + " is told of twice", () -> webhook.about(patient).size() >= 2);
            List<Webhook.Arrival> arrivals = webhook.about(patient);
            probes.add(new Probe((arrivals.get(0).nanos() - sent[i]) / 1e6, lateness(arrivals.get(1))));
        }
        return probes;
    }

    /** The history says when the second attempt was due, and the message when it was commanded. */
    private double lateness(Webhook.Arrival second) {
        String path = "/v1/alerts/" + second.alert() + "/history";
        Matcher due = DUE.matcher(notifier.get(path).body());
        if (!due.find()) {
            throw new IllegalStateException("no retry in " + path);
        }
        return Duration.between(Instant.parse(due.group(1)), Instant.parse(second.commanded()))
                .toMillis();
    }

    /** Says something of a patient whose clock shows this hour. */
    private void find(String patient, FindingKind kind, Severity severity, int hour) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        int east = hour - now.getHour();
        OffsetDateTime local = now.withOffsetSameInstant(ZoneOffset.ofHours(east < WESTERNMOST ? east + 24 : east));
        Finding finding = new Finding(
                patient,
                patient,
                kind,
                Change.OPENED,
                severity,
                OptionalInt.empty(),
                Optional.of(Site.LOWER_BACK),
                Side.LEFT,
                local.toLocalDate(),
                local.toLocalDate(),
                local,
                "bench",
                "A finding of the benchmark",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Evidence("BENCH", Map.of(), List.of(), 1, List.of()));
        var unused = producer.send(new ProducerRecord<>(findings, patient, Json.write(finding)));
        found++;
    }

    @Override
    public void close() {
        closing.close();
    }
}
