package plumbline.analytics.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.analytics.Diary;
import plumbline.analytics.fold.PatientFold;
import plumbline.analytics.history.Retention;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.contract.event.ActivityBout;
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.json.EventWriter;
import plumbline.contract.json.Json;
import plumbline.contract.patient.Erased;
import plumbline.contract.patient.ErasurePlace;
import plumbline.contract.patient.PatientProfile;
import plumbline.contract.patient.RiskFactor;
import plumbline.contract.topic.Topic;
import plumbline.contract.vocabulary.Activity;
import plumbline.contract.vocabulary.Onset;
import plumbline.contract.vocabulary.Symptom;

class AnalyticsTopologyTest {
    @TempDir
    Path stateDir;

    private final Counted counted = new Counted();
    private Instant now = Diary.at(0, 12, 0).toInstant();
    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksMemory.class);
        driver = new TopologyTestDriver(topology(), properties, now);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void keepsPatientsApart() {
        send(urgent("p-1", 0));
        send(urgent("p-2", 0));

        assertThat(findings()).extracting(Finding::patient).containsExactly("p-1", "p-2");
        assertThat(counted.lines).containsExactly("accepted", "merged", "opened", "accepted", "merged", "opened");
    }

    @ParameterizedTest
    @CsvSource({
        "p-1, not json, malformed-json",
        "p-1, [], not-an-object",
        "p-1, '{\"type\":\"pain-report\"}', missing-field",
        "p-2, REPORT, key-mismatch",
        "p-1, , null-value",
        ", REPORT, null-key"
    })
    void aPoisonedRecordIsPutAsideAndStopsNobody(String key, String value, String reason) {
        byte[] bytes = "REPORT".equals(value)
                ? EventWriter.write(urgent("p-1", 0))
                : value == null ? null : value.getBytes(StandardCharsets.UTF_8);

        input().pipeInput(key, bytes, now);
        send(urgent("p-3", 0));

        TestRecord<String, byte[]> aside = quarantined().get(0);
        assertThat(header(aside, "plumbline-reason")).isEqualTo(reason);
        assertThat(header(aside, "plumbline-topic")).isEqualTo("pain-reports-v1");
        assertThat(header(aside, "plumbline-offset")).isEqualTo("0");
        assertThat(aside.value()).isEqualTo(bytes);
        assertThat(findings()).extracting(Finding::patient).containsExactly("p-3");
    }

    @Test
    void aRecordTooLargeToPutAsideLeavesItsSize() {
        input().pipeInput("p-1", new byte[5_000_000], now);

        TestRecord<String, byte[]> aside = quarantined().get(0);
        assertThat(aside.value()).isNull();
        assertThat(header(aside, "plumbline-bytes")).isEqualTo("5000000");
    }

    @Test
    void aBadClockHarmsOnlyItsOwnEvent() {
        PainReport ahead =
                PainReport.of("x", "p-1", Diary.at(4000, 12, 0)).intensity(9).build();
        input().pipeInput("p-1", EventWriter.write(ahead), Instant.ofEpochMilli(Long.MAX_VALUE / 2));
        input().pipeInput("p-1", EventWriter.write(ahead), Instant.EPOCH);
        send(urgent("p-1", 0));
        send(urgent("p-2", 0));

        assertThat(quarantined())
                .extracting(record -> header(record, "plumbline-reason"))
                .containsExactly("time-in-future", "time-in-future");
        assertThat(findings()).extracting(Finding::patient).containsExactly("p-1", "p-2");
    }

    @Test
    void whatIsTooLateForItsPatientGoesToQuarantineWithItsReason() {
        passTo(31);
        send(urgent("p-1", 31));
        send(urgent("p-1", 0));
        send(urgent("p-1", 1));
        send(urgent("p-2", 0));

        assertThat(quarantined())
                .extracting(record -> header(record, "plumbline-reason"))
                .containsExactly("too-late");
        assertThat(findings())
                .extracting(Finding::newestDay)
                .startsWith(Diary.FIRST.plusDays(31), Diary.FIRST.plusDays(1));
    }

    @Test
    void silenceEndsAFindingByTheWallClock() {
        send(urgent("p-1", 0));
        passTo(7);
        assertThat(findings()).extracting(Finding::change).containsExactly(Change.OPENED);

        passTo(8);

        assertThat(findings()).extracting(Finding::change).containsExactly(Change.RESOLVED);
    }

    @Test
    void aReplayTellsNothingNew() {
        List<Event> events = new Diary().pain(0, 3, 5).events();
        passTo(3);
        events.forEach(this::send);
        findings();

        events.forEach(this::send);

        assertThat(findings()).isEmpty();
    }

    @Test
    void findingsCarryCloudEventsAttributes() {
        send(urgent("p-1", 0));

        TestRecord<String, byte[]> record = read(Topic.FINDINGS).get(0);
        assertThat(record.key()).isEqualTo("p-1");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_type")).isEqualTo("plumbline.finding.opened");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
    }

    @Test
    void aRestartOverTheSameStoresGoesOnWhereItStopped() {
        passTo(3);
        new Diary().pain(0, 1, 5).events().forEach(this::send);
        restart();
        new Diary().pain(2, 3, 5).events().forEach(this::send);

        assertThat(findings()).extracting(Finding::since).containsExactly(Diary.FIRST);
    }

    @Test
    void aRiskFactorMakesAReportMoreUrgentAlsoAfterwards() {
        send(fallen("p-1"));
        assertThat(findings()).isEmpty();

        know(withOsteoporosis("p-1"));

        assertThat(findings())
                .extracting(Finding::kind, Finding::severity, Finding::change)
                .containsExactly(tuple(FindingKind.RED_FLAG, Severity.SAME_DAY, Change.OPENED));
    }

    @Test
    void aRiskFactorThatIsKnownBeforehandCounts() {
        know(withOsteoporosis("p-1"));
        send(fallen("p-1"));
        send(fallen("p-2"));

        assertThat(findings()).extracting(Finding::patient).containsExactly("p-1");
    }

    @Test
    void anEntryThatSaysTheSameAgainTellsNothing() {
        know(withOsteoporosis("p-1"));
        send(fallen("p-1"));
        findings();

        know(withOsteoporosis("p-1"));

        assertThat(findings()).isEmpty();
    }

    @Test
    void anErasureEmptiesEveryStoreOfThatPatientAlone() {
        passTo(3);
        know(withOsteoporosis("p-1"));
        new Diary("p-1").pain(0, 3, 5).events().forEach(this::send);
        send(walk("p-1"));
        new Diary("p-10").pain(0, 3, 5).events().forEach(this::send);
        send(walk("p-10"));
        Map<String, Long> before = entriesOf("p-10");

        erase("p-1");

        assertThat(entriesOf("p-1")).isEqualTo(Map.of("persons", 1L, "dues", 1L));
        assertThat(entriesOf("p-10")).isEqualTo(before).containsKeys("history", "ledger", "days", "register", "dues");
    }

    @Test
    void anErasureWithdrawsNothingButIsPassedOnBehindTheLastFinding() throws IOException {
        send(urgent("p-1", 0));
        findings();

        erase("p-1");

        List<TestRecord<String, byte[]>> records = read(Topic.FINDINGS);
        assertThat(records).hasSize(1);
        assertThat(records.get(0).key()).isEqualTo("p-1");
        assertThat(records.get(0).value()).isNull();
        assertThat(header(records.get(0), Erased.HEADER)).isEqualTo("e-1");
        assertThat(Json.read(read(Topic.ERASURES).get(0).value(), Erased.class))
                .isEqualTo(new Erased("e-1", "p-1", ErasurePlace.TIMELINE, now));
    }

    @Test
    void whatWasAcceptedBeforeTheErasureDoesNotComeBackButWhatComesLaterDoes() {
        Instant before = now;
        now = now.plusSeconds(1);
        erase("p-1");
        read(Topic.FINDINGS);

        input().pipeInput("p-1", EventWriter.write(urgent("p-1", 0)), before);
        assertThat(findings()).isEmpty();
        assertThat(quarantined()).isEmpty();
        assertThat(counted.lines).endsWith("accepted", "erased");

        now = now.plusSeconds(1);
        send(urgent("p-1", 0));

        assertThat(findings()).extracting(Finding::change).containsExactly(Change.OPENED);
    }

    @Test
    void anErasureItselfIsForgottenOnceNothingOfBeforeCanCome() {
        erase("p-1");

        now = now.plus(Duration.ofDays(30));
        driver.advanceWallClockTime(Duration.ofDays(30));

        assertThat(entriesOf("p-1")).isEmpty();
    }

    @Test
    void anEntryThatCannotBeReadIsPutAside() {
        directory().pipeInput("p-1", "{}".getBytes(StandardCharsets.UTF_8), now);
        directory().pipeInput("p-2", Json.write(withOsteoporosis("p-1")), now);

        assertThat(quarantined())
                .extracting(record -> header(record, "plumbline-reason"))
                .containsExactly("missing-field", "key-mismatch");
    }

    @Test
    void theTopologyIsTheOneOnRecord() throws IOException {
        String document = Files.readString(Path.of("../docs/topology.txt"));
        String section = document.lines()
                .dropWhile(line -> !line.equals("# analytics"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("# "))
                .collect(Collectors.joining("\n"));

        assertThat(topology().describe().toString().strip()).isEqualTo(section.strip());
    }

    /** The driver deletes its stores when it is closed, so their content is carried over. */
    private void restart() {
        Map<String, List<KeyValue<Object, Object>>> content = new HashMap<>();
        for (String name : driver.getAllStateStores().keySet()) {
            try (var entries = driver.<Object, Object>getKeyValueStore(name).all()) {
                List<KeyValue<Object, Object>> kept = new ArrayList<>();
                entries.forEachRemaining(kept::add);
                content.put(name, kept);
            }
        }
        driver.close();
        start();
        content.forEach((name, entries) ->
                entries.forEach(entry -> driver.getKeyValueStore(name).put(entry.key, entry.value)));
    }

    private Topology topology() {
        PatientFold fold = new PatientFold(PolicyFile.standard(), Retention.LIVE);
        return AnalyticsTopology.build(topic -> topic.name(""), fold, () -> now, counted);
    }

    /** A fall from standing, which is a red flag in brittle bones. */
    private static PainReport fallen(String patient) {
        return new Diary(patient)
                .report(0, 4)
                .symptoms(List.of(Symptom.MINOR_TRAUMA))
                .build();
    }

    private static ActivityBout walk(String patient) {
        return ActivityBout.of("w", patient, Diary.at(0, 9, 0), Diary.at(0, 10, 0))
                .activity(Activity.WALKING)
                .build();
    }

    private static PatientProfile withOsteoporosis(String patient) {
        return new PatientProfile(
                patient,
                OptionalInt.of(1958),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(RiskFactor.OSTEOPOROSIS),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void know(PatientProfile profile) {
        directory().pipeInput(profile.id(), Json.write(profile), now);
    }

    private void erase(String patient) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(Erased.HEADER, "e-1".getBytes(StandardCharsets.UTF_8));
        directory().pipeInput(new TestRecord<>(patient, null, headers, now));
    }

    private TestInputTopic<String, byte[]> directory() {
        return driver.createInputTopic("patients-v1", new StringSerializer(), new ByteArraySerializer());
    }

    /** How many entries of each store are about a patient; stores without any are left out. */
    private Map<String, Long> entriesOf(String patient) {
        Map<String, Long> counts = new HashMap<>();
        for (String name : driver.getAllStateStores().keySet()) {
            try (var entries = driver.<Object, Object>getKeyValueStore(name).all()) {
                entries.forEachRemaining(entry -> {
                    String key = entry.key instanceof byte[] bytes
                            ? new String(bytes, Long.BYTES, bytes.length - Long.BYTES, StandardCharsets.UTF_8)
                            : entry.key.toString();
                    if (key.equals(patient) || key.startsWith(patient + "|")) {
                        counts.merge(name, 1L, Long::sum);
                    }
                });
            }
        }
        return counts;
    }

    private static PainReport urgent(String patient, int day) {
        return new Diary(patient).report(day, 9).onset(Onset.SUDDEN).build();
    }

    private void passTo(int day) {
        Instant then = Diary.at(day, 12, 0).toInstant();
        Duration passed = Duration.between(now, then);
        now = then;
        driver.advanceWallClockTime(passed);
    }

    private void send(Event event) {
        String topic = event instanceof PainReport ? "pain-reports-v1" : "activity-bouts-v1";
        driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(event.patient(), EventWriter.write(event), now);
    }

    private TestInputTopic<String, byte[]> input() {
        return driver.createInputTopic("pain-reports-v1", new StringSerializer(), new ByteArraySerializer());
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        for (TestRecord<String, byte[]> record : read(Topic.FINDINGS)) {
            try {
                findings.add(Json.read(record.value(), Finding.class));
            } catch (IOException unreadable) {
                throw new AssertionError(unreadable);
            }
        }
        return findings;
    }

    private List<TestRecord<String, byte[]>> quarantined() {
        return read(Topic.QUARANTINE);
    }

    private List<TestRecord<String, byte[]>> read(Topic topic) {
        return driver.createOutputTopic(topic.name(""), new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private static String header(TestRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** Remembers what was counted. */
    private static final class Counted implements Tally {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void accepted() {
            lines.add("accepted");
        }

        @Override
        public void merged() {
            lines.add("merged");
        }

        @Override
        public void quarantined(String reason) {
            lines.add(reason);
        }

        @Override
        public void told(Finding finding) {
            lines.add(finding.change().code());
        }
    }
}
