package plumbline.standalone.recording;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.standalone.TestBroker;
import plumbline.standalone.recording.History.Outage;

/** Many open alerts, whose next step becomes due while the notifier is dead; it comes back on an empty disk. */
public final class FullWard {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private FullWard() {}

    /**
     * Records it.
     *
     * @param step after which an alert asks again
     */
    public static History record(int alerts, Duration step) {
        KafkaSettings kafka = new KafkaSettings(TestBroker.bootstrap(), Map.of(), "full-ward-", 4, 1);
        Path directory = newDirectory();
        Path state = directory.resolve("state");
        NotifierProcess process = new NotifierProcess(
                Map.of(
                        KafkaSettings.BOOTSTRAP.name(),
                        kafka.bootstrap(),
                        KafkaSettings.TOPIC_PREFIX.name(),
                        kafka.topicPrefix(),
                        "PLUMBLINE_DATA_DIR",
                        state.toString(),
                        "PLUMBLINE_STREAMS_INSTANCE",
                        "ward"),
                directory.resolve("notifier.log"));
        try (Inputs inputs = Inputs.open(kafka);
                Tape tape = Tape.start(kafka);
                NotifierProcess notifier = process) {
            inputs.team(
                    "default",
                    "'members':[{'id':'anna','channels':[{'kind':'log'}]}],'routine':{'steps':[{'after':'PT0S'},{'after':'"
                            + step + "'}],'repeat':'PT1H'}");
            notifier.start();
            IntStream.range(0, alerts)
                    .mapToObj(i -> Findings.of(
                            "p-" + i, FindingKind.WENT_QUIET, Severity.ROUTINE, Change.OPENED, Instant.now()))
                    .forEach(inputs::find);
            until(() -> written(tape, "opened") == alerts);
            Instant killed = notifier.kill();
            delete(state);
            Instant due = Instant.now().plus(step);
            until(() -> Instant.now().isAfter(due));
            Outage outage = new Outage(killed, notifier.start());
            until(() -> written(tape, "step") >= alerts);
            notifier.stop();
            List<Object> facts = new ArrayList<>(tape.finish());
            facts.add(outage);
            return new History(facts, Instant.now());
        }
    }

    private static long written(Tape tape, String what) {
        return tape.count(AlertEntry.class, entry -> entry.what().equals(what));
    }

    private static void until(BooleanSupplier condition) {
        await().pollInterval(Duration.ofMillis(200)).atMost(PATIENCE).until(condition::getAsBoolean);
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("plumbline-full-ward");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
