package plumbline.analytics.topology;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Properties;
import java.util.stream.Collectors;
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
import plumbline.contract.event.Event;
import plumbline.contract.event.PainReport;
import plumbline.contract.finding.Change;
import plumbline.contract.finding.Finding;
import plumbline.contract.json.EventWriter;
import plumbline.contract.json.Json;
import plumbline.contract.topic.Topic;
import plumbline.contract.vocabulary.Onset;

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
        input().pipeInput(event.patient(), EventWriter.write(event), now);
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
