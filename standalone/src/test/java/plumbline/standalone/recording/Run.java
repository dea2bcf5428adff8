package plumbline.standalone.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Phase;
import plumbline.contract.delivery.Reason;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.standalone.recording.History.Outage;
import plumbline.standalone.recording.History.Receipt;

/**
 * One run by a seed. While stories go on, the notifier is killed three times, in the seed's order, so that messages stand at each of
 * the five points of a send: commanded but not started, started but not sent, sent but not answered, answered but not reported, and
 * reported.
 */
final class Run {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** As many as an endpoint is sent at once. */
    private static final int AT_ONCE = 8;

    private static final Map<String, Integer> FLOODS =
            Map.of("first", 40, "full", 40, "answered", 1, "reported", 1, "jam", AT_ONCE);

    private static final int OK = 204;
    private static final int GONE = 410;
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private final Random chance;
    private final Inputs inputs;
    private final Tape tape;
    private final Receiver team;
    private final Receiver patients;
    private final Receiver gone = Receiver.start((patient, id, arrival) -> GONE);
    private final NotifierProcess notifier;
    private final Stories stories;
    private final List<Outage> outages = new ArrayList<>();
    private Instant killed = Instant.MAX;
    private final CountDownLatch frozen = new CountDownLatch(1);
    private final CountDownLatch jammed = new CountDownLatch(1);
    /** The kills that lie behind, by the flood in which they came. */
    private final Set<String> over = ConcurrentHashMap.newKeySet();

    private Run(KafkaSettings kafka, long seed, Path directory) {
        chance = new Random(seed);
        inputs = Inputs.open(kafka);
        tape = Tape.start(kafka);
        stories = new Stories(inputs, tape, seed);
        team = Receiver.start(this::answer);
        patients = Receiver.start(stories::answer);
        notifier = new NotifierProcess(
                Map.of(
                        KafkaSettings.BOOTSTRAP.name(),
                        kafka.bootstrap(),
                        KafkaSettings.TOPIC_PREFIX.name(),
                        kafka.topicPrefix(),
                        "PLUMBLINE_DATA_DIR",
                        directory.resolve("state").toString(),
                        "PLUMBLINE_STREAMS_INSTANCE",
                        "ward",
                        "PLUMBLINE_WEBHOOK_URL",
                        team.address(),
                        "PLUMBLINE_PATIENT_WEBHOOK_URL",
                        patients.address(),
                        "PLUMBLINE_WEBHOOK_SECRET",
                        Receiver.KEY,
                        "PLUMBLINE_WEBHOOK_ALLOW_PRIVATE",
                        "true"),
                directory.resolve("notifier.log"));
    }

    static History record(String broker, long seed) {
        KafkaSettings kafka = new KafkaSettings(broker, Map.of(), "run" + seed + "-", 2, 1);
        try {
            Path directory = Files.createTempDirectory("plumbline-run");
            System.out.println("Recording a run: " + Recordings.again(seed) + ", log in " + directory);
            return new Run(kafka, seed, directory).record();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private History record() throws InterruptedException {
        try (inputs;
                tape;
                team;
                patients;
                gone;
                notifier;
                stories) {
            teams();
            everybody();
            notifier.start();
            stories.begin();
            List<Runnable> faults = new ArrayList<>(
                    List.of(this::killAtFirstMessage, this::killWithFullPool, this::killAfterAnswer, this::jam));
            Collections.shuffle(faults, chance);
            faults.forEach(Runnable::run);
            stories.settle(unended ->
                    unended.stream().allMatch(command -> command.patient().startsWith(Stories.PREFIX)));
            stories.end();
            notifier.stop();
            Instant end = Instant.now();
            List<Object> facts = new ArrayList<>(tape.finish());
            facts.addAll(tape.state());
            facts.addAll(team.receipts());
            facts.addAll(patients.receipts());
            facts.addAll(gone.receipts());
            facts.addAll(outages);
            assertThat(team.unexpected()).isEmpty();
            assertThat(patients.unexpected()).isEmpty();
            return new History(facts, end);
        }
    }

    private void teams() {
        String slow = "{'steps':[{'after':'PT0S'},{'after':'PT10M'}],'repeat':'PT10M'}";
        String quick = "{'steps':[{'after':'PT0S'},{'after':'PT3S'},{'after':'PT7S'}],'repeat':'PT10S'}";
        inputs.team("calm", member(team) + ",'urgent':" + slow);
        inputs.team("quick", member(team) + ",'urgent':" + quick + ",'routine':" + quick);
        inputs.team("left", member(gone) + ",'urgent':" + quick);
    }

    private static String member(Receiver webhook) {
        return "'members':[{'id':'anna','channels':[{'kind':'webhook','address':'" + webhook.address() + "'}]}]";
    }

    private void everybody() {
        stories.list();
        FLOODS.forEach((name, size) -> patients(name).forEach(patient -> inputs.patient(patient, "'careTeam':'calm'")));
    }

    /** Dead while the very first message of many is under way. */
    private void killAtFirstMessage() {
        flood("first");
        until("a message came in", () -> over.contains("first"));
        killIn("first");
        startAgain();
    }

    /** Dead while as many messages as possible are under way, others have been started, and others have not. */
    private void killWithFullPool() {
        flood("full");
        until(
                "the pool is full, more is started, and more still is commanded",
                () -> arrived("full") >= AT_ONCE
                        && started("full") > AT_ONCE
                        && commanded("full") > started("full") + AT_ONCE);
        killIn("full");
        startAgain();
    }

    /** Dead when one message was answered and not yet reported, and another has just been reported. */
    private void killAfterAnswer() {
        flood("answered");
        until("a message came in", () -> arrived("answered") > 0);
        flood("reported");
        until("the other was reported", () -> reported("reported") > 0);
        notifier.freeze();
        frozen.countDown();
        until("it is answered", () -> receipts("answered").anyMatch(Receipt::isTaken));
        killIn("answered");
        startAgain();
    }

    /** Nobody dies, but an alert is resolved while a message about it waits behind others that are slow. */
    private void jam() {
        String patient = stories.jammed();
        until("the team was told", () -> arrived(patient) > 0);
        flood("jam");
        until("all are under way", () -> arrived("jam") >= AT_ONCE);
        until("the next step waits", () -> tape.count(Notification.class, next -> isStep(next, patient)) > 0);
        stories.resolve(patient);
        // Long enough for a closing to overtake it.
        await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        jammed.countDown();
    }

    private static boolean isStep(Notification command, String patient) {
        return command.patient().equals(patient) && command.reason() == Reason.STEP;
    }

    private synchronized void killIn(String flood) {
        if (!over.contains(flood)) {
            killed = notifier.kill();
            over.add(flood);
        }
    }

    private void startAgain() {
        Instant ready = notifier.start();
        outages.add(new Outage(killed, ready));
    }

    private int answer(String patient, String id, int arrival) throws InterruptedException {
        String flood = patient.substring(0, patient.indexOf('-'));
        if (over.contains(flood)) {
            return stories.answer(patient, id, arrival);
        }
        return switch (flood) {
            case "first" -> {
                killIn(flood);
                yield Receiver.SILENCE;
            }
            case "full" -> {
                NEVER.await();
                yield Receiver.SILENCE;
            }
            case "answered" -> {
                frozen.await();
                yield OK;
            }
            case "jam" -> {
                jammed.await();
                yield OK;
            }
            default -> stories.answer(patient, id, arrival);
        };
    }

    private static Stream<String> patients(String flood) {
        return IntStream.range(0, FLOODS.get(flood)).mapToObj(i -> flood + "-" + i);
    }

    private void flood(String name) {
        patients(name)
                .map(patient ->
                        Findings.of(patient, FindingKind.URGENT_PAIN, Severity.SAME_DAY, Change.OPENED, Instant.now()))
                .forEach(inputs::find);
    }

    private long arrived(String flood) {
        return receipts(flood).count();
    }

    private Stream<Receipt> receipts(String flood) {
        Set<String> ids = tape.all(Notification.class)
                .filter(command -> command.patient().startsWith(flood))
                .map(Notification::id)
                .collect(Collectors.toSet());
        return team.receipts().stream().filter(receipt -> ids.contains(receipt.id()));
    }

    private long commanded(String flood) {
        return tape.count(Notification.class, command -> command.patient().startsWith(flood));
    }

    private long started(String flood) {
        return tape.count(
                DeliveryReport.class,
                report -> report.phase() == Phase.STARTED && report.patient().startsWith(flood));
    }

    private long reported(String flood) {
        return tape.count(
                DeliveryReport.class,
                report -> report.phase() == Phase.FINAL && report.patient().startsWith(flood));
    }

    /** Waits for a fault's moment; if it never comes the fault goes on without, and {@code PointsGuarantee} misses it. */
    private static void until(String what, BooleanSupplier moment) {
        try {
            await().pollInterval(Duration.ofMillis(5)).atMost(PATIENCE).until(moment::getAsBoolean);
        } catch (ConditionTimeoutException never) {
            System.out.println("It never came to pass that " + what);
        }
    }
}
