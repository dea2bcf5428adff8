package plumbline.notifier.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.alert.ActionKind;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.CareAction;
import plumbline.contract.alert.ResolveReason;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.delivery.DeliveryReport;
import plumbline.contract.delivery.Notification;
import plumbline.contract.delivery.Outcome;
import plumbline.contract.delivery.Phase;
import plumbline.contract.delivery.Reason;
import plumbline.contract.finding.Finding;
import plumbline.contract.finding.FindingKind;
import plumbline.contract.finding.Severity;
import plumbline.contract.json.CareTeamReader;
import plumbline.contract.json.Json;
import plumbline.contract.patient.Erased;
import plumbline.contract.patient.ErasurePlace;
import plumbline.contract.team.CareTeam;
import plumbline.contract.topic.Topic;
import plumbline.notifier.Findings;
import plumbline.notifier.casefile.Case;
import plumbline.notifier.casework.Casework;
import plumbline.notifier.casework.Practice;
import plumbline.notifier.library.LibraryFiles;

class CaseworkTopologyTest {
    private static final KafkaSettings KAFKA = KafkaSettings.local("nowhere:9092");
    private static final Findings URGENT = Findings.of(FindingKind.URGENT_PAIN, Severity.EMERGENCY);
    private static final Practice PRACTICE = new Practice(
            "default", List.of(ChannelKind.WEBHOOK), ChannelKind.LOG, "https://plumbline.example", LibraryFiles.load());

    @TempDir
    Path state;

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(topology(), properties(), now);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aFindingBecomesAnAlertAHistoryAndCommands() throws Exception {
        find(URGENT.opened(now));

        TestRecord<String, byte[]> alert = read(Topic.ALERTS).get(0);
        Alert read = Json.read(alert.value(), Alert.class);
        assertThat(alert.key()).isEqualTo("p-1/" + read.id());
        assertThat(header(alert, "ce_type")).isEqualTo("plumbline.alert.open");
        assertThat(header(alert, "ce_id")).isEqualTo(read.id() + ":1");
        assertThat(read(Topic.ALERT_HISTORY))
                .hasSize(3)
                .extracting(TestRecord::key)
                .allMatch(key -> key.startsWith("p-1/" + read.id() + "/"));
        assertThat(read(Topic.NOTIFICATIONS_URGENT)).hasSize(2);
        assertThat(read(Topic.NOTIFICATIONS_ROUTINE)).isEmpty();
    }

    @Test
    void findingsEqualAlertsPlusUpdatesPlusSuppressed() {
        Finding opened = URGENT.opened(now);
        find(opened);
        find(opened);
        find(URGENT.updated(now.plusSeconds(1)));
        find(Findings.of(FindingKind.IMBALANCE, Severity.SELF_CARE).opened(now));

        assertThat(count("plumbline_notifier_findings_total")).isEqualTo(4);
        assertThat(count("plumbline_notifier_decisions_total", "decision", "alert"))
                .isEqualTo(1);
        assertThat(count("plumbline_notifier_decisions_total", "decision", "update"))
                .isEqualTo(1);
        assertThat(count("plumbline_notifier_decisions_total", "decision", "suppressed-repeat"))
                .isEqualTo(1);
        assertThat(count("plumbline_notifier_decisions_total", "decision", "suppressed-self-care"))
                .isEqualTo(1);
    }

    @Test
    void aRecordThatCannotBeDecodedStopsNobodyAndIsCounted() {
        raw("p-1", "no json".getBytes(StandardCharsets.UTF_8));
        raw("p-1", "{\"type\":\"finding\"}".getBytes(StandardCharsets.UTF_8));
        raw(null, Json.write(URGENT.opened(now)));
        raw("p-2", Json.write(URGENT.opened(now)));
        raw("p-1", "{\"type\":\"finding\",\"id\":4".repeat(5_000).getBytes(StandardCharsets.UTF_8));
        find(URGENT.opened(now));

        assertThat(read(Topic.ALERTS)).hasSize(1);
        assertThat(count("plumbline_notifier_undecodable_total", "topic", "findings-v1"))
                .isEqualTo(5);
    }

    @Test
    void patientsAreKeptApart() {
        find(URGENT.opened(now));
        find(URGENT.about("p-2").opened(now));

        assertThat(cases()).containsOnlyKeys("p-1", "p-2");
        assertThat(read(Topic.ALERTS))
                .extracting(TestRecord::key)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void aTimerThatIsDueAfterARestartFiresOnce() throws Exception {
        find(URGENT.opened(now));
        Notification first = Json.read(read(Topic.NOTIFICATIONS_URGENT).get(0).value(), Notification.class);
        report(first, Outcome.RETRY);
        Map<String, byte[]> cases = cases();
        Map<Bytes, byte[]> due = due();
        driver.close();

        now = now.plusSeconds(600);
        driver = new TopologyTestDriver(topology(), properties(), now);
        restore(cases, due);
        now = now.plusSeconds(2);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        List<TestRecord<String, byte[]>> again = read(Topic.NOTIFICATIONS_URGENT);
        assertThat(again).hasSize(1);
        Notification second = Json.read(again.get(0).value(), Notification.class);
        assertThat(second.reason()).isEqualTo(Reason.STEP);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(due()).hasSize(1);
    }

    @Test
    void noTimerIsJudgedBeforeWhatCameDuringAnOutageIsRead() {
        find(URGENT.opened(now));
        read(Topic.NOTIFICATIONS_URGENT);
        Map<String, byte[]> cases = cases();
        Map<Bytes, byte[]> due = due();
        driver.close();
        Instant during = now.plusSeconds(300);

        now = now.plusSeconds(600);
        driver = new TopologyTestDriver(topology(), properties(), now);
        restore(cases, due);
        now = now.plusMillis(1_900);
        topic(Topic.FINDINGS)
                .pipeInput(
                        new TestRecord<>("p-2", Json.write(URGENT.about("p-2").opened(during)), during));
        read(Topic.NOTIFICATIONS_URGENT);
        now = now.plusMillis(1_900);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(read(Topic.NOTIFICATIONS_URGENT)).isEmpty();

        now = now.plusMillis(100);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        assertThat(read(Topic.NOTIFICATIONS_URGENT)).hasSize(1);
    }

    @Test
    void aTimerNeverFiresEarly() throws Exception {
        find(URGENT.opened(now));
        report(Json.read(read(Topic.NOTIFICATIONS_URGENT).get(0).value(), Notification.class), Outcome.RETRY);
        now = now.plusMillis(1_999);
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(read(Topic.NOTIFICATIONS_URGENT)).isEmpty();
    }

    @Test
    void aStoredCaseReadsBackAsItWas() {
        find(URGENT.opened(now));
        find(Findings.of(FindingKind.PERSISTENT_PAIN, Severity.ROUTINE).opened(now));
        byte[] stored = cases().get("p-1");
        Case read = CaseStore.decode(stored);

        assertThat(CaseStore.encode(read)).isEqualTo(stored);
        assertThat(read.version()).isEqualTo(Case.VERSION);
        assertThat(read.deliveries()).isNotEmpty();
    }

    @Test
    void anAlertLiesInThePartitionOfItsPatient() {
        var partitioner = CaseworkTopology.byPatient();
        byte[] none = new byte[0];

        for (int partitions : List.of(1, 4, 12)) {
            assertThat(partitioner.partitions("alerts-v1", "p-1/abc", none, partitions))
                    .isEqualTo(partitioner.partitions("alerts-v1", "p-1", none, partitions));
        }
    }

    @Test
    void anErasureReachesEveryAlertEveryEntryAndTheCaseOfThatPatientAlone() throws Exception {
        find(URGENT.opened(now));
        find(Findings.of(FindingKind.IMBALANCE, Severity.SELF_CARE).opened(now));
        find(URGENT.about("p-10").opened(now));
        List<String> alerts = keys(Topic.ALERTS, "p-1/");
        List<String> entries = keys(Topic.ALERT_HISTORY, "p-1/");

        erase("p-1");

        List<TestRecord<String, byte[]>> goneAlerts = read(Topic.ALERTS);
        List<TestRecord<String, byte[]>> goneEntries = read(Topic.ALERT_HISTORY);
        assertThat(goneAlerts).extracting(TestRecord::key).containsAll(alerts);
        assertThat(goneEntries).extracting(TestRecord::key).containsExactlyInAnyOrderElementsOf(entries);
        assertThat(goneAlerts).extracting(TestRecord::value).containsOnlyNulls();
        assertThat(goneEntries).extracting(TestRecord::value).containsOnlyNulls();
        assertThat(cases()).containsOnlyKeys("p-10");
        assertThat(histories()).isNotEmpty().allMatch(key -> key.startsWith("p-10/"));
        assertThat(Json.read(read(Topic.ERASURES).get(0).value(), Erased.class))
                .isEqualTo(new Erased("e-1", "p-1", ErasurePlace.ALERTS, now));
    }

    @Test
    void anErasureEndsTheTimersOfItsPatient() {
        find(URGENT.opened(now));
        assertThat(read(Topic.NOTIFICATIONS_URGENT)).isNotEmpty();
        find(Findings.of(FindingKind.PERSISTENT_PAIN, Severity.ROUTINE).opened(now));

        erase("p-1");
        now = now.plus(Duration.ofDays(3));
        driver.advanceWallClockTime(Duration.ofDays(3));

        assertThat(due()).isEmpty();
        assertThat(read(Topic.NOTIFICATIONS_ROUTINE)).isEmpty();
    }

    @Test
    void afterAnErasureTheSamePatientStartsAfresh() throws Exception {
        find(URGENT.opened(now));
        erase("p-1");
        read(Topic.ALERTS);
        read(Topic.ALERT_HISTORY);
        now = now.plusSeconds(5);

        find(URGENT.opened(now));

        assertThat(Json.read(read(Topic.ALERTS).get(0).value(), Alert.class).revision())
                .isEqualTo(1);
        assertThat(read(Topic.ALERT_HISTORY).get(0).key()).endsWith("/1");
    }

    @Test
    void theDirectoryIsPartOfTheCase() {
        byte[] entry = "{\"type\":\"patient\",\"id\":\"p-1\",\"timeZone\":\"Europe/Zurich\",\"nudges\":{\"perDay\":1}}"
                .getBytes(StandardCharsets.UTF_8);
        topic(Topic.PATIENTS).pipeInput(new TestRecord<>("p-1", entry, now));

        Case kept = CaseStore.decode(cases().get("p-1"));
        assertThat(kept.profile().orElseThrow().timeZone()).contains(ZoneId.of("Europe/Zurich"));

        topic(Topic.PATIENTS).pipeInput(new TestRecord<>("p-1", null, now));

        assertThat(cases()).isEmpty();
    }

    @Test
    void theTopologyIsTheOneOnRecord() throws IOException {
        String recorded = Files.readString(Path.of("..", "docs", "topology.txt"));

        assertThat(recorded)
                .contains("# notifier\n" + topology().describe().toString().strip() + "\n");
    }

    @Test
    void theAuditorFindsAnAlertWhoseTimerIsLostAndMovesItOn() {
        find(URGENT.opened(now));
        read(Topic.NOTIFICATIONS_URGENT);
        due().keySet()
                .forEach(key -> driver.<Bytes, byte[]>getKeyValueStore(CaseworkTopology.DUE)
                        .delete(key));

        now = now.plus(Duration.ofMinutes(6));
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(count("plumbline_notifier_audit_findings_total", "fault", "overdue"))
                .isEqualTo(1);
        assertThat(read(Topic.NOTIFICATIONS_URGENT)).hasSize(1);
        assertThat(due()).hasSize(1);
    }

    @Test
    void theStepsAreThoseOfTheCareTeam() throws Exception {
        byte[] entry = "{\"type\":\"patient\",\"id\":\"p-1\",\"careTeam\":\"north\"}".getBytes(StandardCharsets.UTF_8);
        topic(Topic.PATIENTS).pipeInput(new TestRecord<>("p-1", entry, now));
        byte[] team =
                ("{\"type\":\"care-team\",\"id\":\"north\",\"timeZone\":\"Europe/Zurich\",\"language\":\"de\",\"members\":"
                                + "[{\"id\":\"anna\",\"channels\":[{\"kind\":\"log\"}]}]}")
                        .getBytes(StandardCharsets.UTF_8);
        CareTeam north = ((CareTeamReader.Outcome.Good) CareTeamReader.read(team, "north")).team();
        topic(Topic.CARE_TEAMS).pipeInput(new TestRecord<>("north", Json.write(north), now));

        find(URGENT.opened(now));

        Notification sent = Json.read(read(Topic.NOTIFICATIONS_URGENT).get(0).value(), Notification.class);
        assertThat(sent.recipient()).isEqualTo("north/anna");
        assertThat(sent.text()).startsWith("Neuer Alarm");
    }

    @Test
    void whatAlertsTurnedOutToBeIsCountedByRule() throws Exception {
        find(URGENT.opened(now));
        Alert alert = Json.read(read(Topic.ALERTS).get(0).value(), Alert.class);
        now = now.plusSeconds(60);
        CareAction resolve = new CareAction(
                "a-1",
                alert.id(),
                "p-1",
                ActionKind.RESOLVE,
                1,
                "dr",
                now,
                "",
                Optional.empty(),
                Optional.of(ResolveReason.TRUE),
                Optional.empty());
        topic(Topic.CARE_ACTIONS).pipeInput(new TestRecord<>("p-1", Json.write(resolve), now));

        assertThat(count("plumbline_notifier_alerts_total", "rule", "RULE")).isEqualTo(1);
        assertThat(count("plumbline_notifier_resolved_total", "rule", "RULE", "reason", "true"))
                .isEqualTo(1);
        assertThat(metrics.get("plumbline_notifier_predictive_value").gauge().value())
                .isEqualTo(1);
        assertThat(metrics.get("plumbline_notifier_time_to_resolve").timer().count())
                .isEqualTo(1);
        assertThat(metrics.get("plumbline_notifier_alerts_open_change").gauge().value())
                .isZero();
    }

    @Test
    void timersArePendingUntilNothingWaitsAndLateWhenTheirTimeHasLongPassed() {
        find(URGENT.opened(now));
        find(URGENT.about("p-2").opened(now));
        topic(Topic.PATIENTS)
                .pipeInput(new TestRecord<>(
                        "p-3", "{\"type\":\"patient\",\"id\":\"p-3\"}".getBytes(StandardCharsets.UTF_8), now));
        now = now.plusSeconds(2);
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(gauge("patients")).isEqualTo(3);
        assertThat(gauge("timers_pending")).isEqualTo(2);
        assertThat(gauge("timers_late")).isZero();

        due().keySet()
                .forEach(key -> driver.<Bytes, byte[]>getKeyValueStore(CaseworkTopology.DUE)
                        .delete(key));
        now = now.plus(Duration.ofMinutes(6));
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(gauge("timers_late")).isEqualTo(2);
        driver.close();
        assertThat(gauge("patients")).isZero();
        driver = new TopologyTestDriver(topology(), properties(), now);
    }

    @Test
    void alertsPerPatientWeekAreAllAlertsByThePatientWeeks() {
        find(URGENT.opened(now));
        find(URGENT.about("p-2").opened(now));
        now = now.plusSeconds(2);
        driver.advanceWallClockTime(Duration.ofSeconds(1));
        now = now.plus(Duration.ofDays(7));
        driver.advanceWallClockTime(Duration.ofSeconds(1));

        assertThat(count("plumbline_notifier_patient_weeks_total")).isEqualTo(2);
        assertThat(count("plumbline_notifier_alerts_total", "rule", "RULE")).isEqualTo(2);
    }

    @Test
    void timesToNotifyAndToAcknowledgeBeginWhereTheAlertOpened() throws Exception {
        find(URGENT.opened(now));
        Alert alert = Json.read(read(Topic.ALERTS).get(0).value(), Alert.class);
        Notification first = Json.read(read(Topic.NOTIFICATIONS_URGENT).get(0).value(), Notification.class);
        now = now.plusSeconds(2);
        report(first, Outcome.DELIVERED);
        now = now.plusSeconds(3);
        topic(Topic.CARE_ACTIONS)
                .pipeInput(new TestRecord<>(
                        "p-1",
                        Json.write(new CareAction(
                                "a-1",
                                alert.id(),
                                "p-1",
                                ActionKind.ACKNOWLEDGE,
                                1,
                                "dr",
                                now,
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                        now));

        assertThat(seconds("notify")).isEqualTo(2);
        assertThat(seconds("acknowledge")).isEqualTo(5);
        assertThat(count("plumbline_notifier_reports_total", "outcome", "delivered"))
                .isEqualTo(1);
        assertThat(count("plumbline_notifier_history_total", "what", "delivered"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "FINDINGS|{'type':'finding','id':'f','patient':'p-1','kind':'telepathy'}",
                "CARE_ACTIONS|{'type':'care-action','id':'a','alert':'x','patient':'p-1','action':'hypnotise','revision':1,'user':'u','at':'2026-11-20T10:00:00Z'}",
                "CARE_ACTIONS|{'type':'care-action','id':'a','alert':'none','patient':'p-1','action':'acknowledge','revision':1,'user':'u','at':'2026-11-20T10:00:00Z'}",
                "CARE_ACTIONS|{'type':'nudge-answer','nudge':'none','patient':'p-1','response':'done','at':'2026-11-20T10:00:00Z'}",
                "DELIVERIES|{'type':'delivery-report','delivery':'none','alert':'x','patient':'p-1','attempt':1,'phase':'started','at':'2026-11-20T10:00:00Z'}",
                "DELIVERIES|{'type':'delivery-report','delivery':'d'}",
                "PATIENTS|{'type':'patient','id':'p-1','timeZone':'Mars/Olympus'}",
                "CARE_TEAMS|{'type':'care-team','id':'p-1','timeZone':'Mars/Olympus','members':[]}"
            })
    void whatIsWrongOrUnknownStopsNobodysAlert(Topic topic, String record) {
        topic(topic)
                .pipeInput(new TestRecord<>("p-1", record.replace('\'', '"').getBytes(StandardCharsets.UTF_8), now));
        find(URGENT.about("p-2").opened(now));
        find(URGENT.opened(now));

        assertThat(read(Topic.ALERTS)).hasSize(2);
        assertThat(read(Topic.NOTIFICATIONS_URGENT)).hasSize(4);
    }

    @Test
    void aFindingOfANewerVersionWithFieldsMoreIsReadAndOneWithAnUnknownKindIsCounted() throws Exception {
        String known = new String(Json.write(URGENT.opened(now)), StandardCharsets.UTF_8);
        raw("p-1", known.replaceFirst("\\{", "{\"mood\":\"new\",").getBytes(StandardCharsets.UTF_8));
        raw(
                "p-2",
                known.replace("urgent-pain", "telepathy").replace("p-1", "p-2").getBytes(StandardCharsets.UTF_8));

        assertThat(read(Topic.ALERTS)).hasSize(1);
        assertThat(count("plumbline_notifier_undecodable_total", "topic", "findings-v1"))
                .isEqualTo(1);
    }

    private double gauge(String name) {
        return metrics.get("plumbline_notifier_" + name).gauge().value();
    }

    private double seconds(String what) {
        return metrics.get("plumbline_notifier_time_to_" + what)
                .timer()
                .totalTime(java.util.concurrent.TimeUnit.SECONDS);
    }

    private org.apache.kafka.streams.Topology topology() {
        return CaseworkTopology.build(KAFKA, new Casework(PRACTICE), new CaseworkMetrics(metrics), () -> now);
    }

    private Properties properties() {
        return CaseworkStreams.properties(KAFKA, state);
    }

    private void restore(Map<String, byte[]> cases, Map<Bytes, byte[]> due) {
        cases.forEach((patient, file) ->
                driver.<String, byte[]>getKeyValueStore(CaseworkTopology.CASES).put(patient, file));
        due.forEach((key, value) ->
                driver.<Bytes, byte[]>getKeyValueStore(CaseworkTopology.DUE).put(key, value));
    }

    private void find(Finding finding) {
        raw(finding.patient(), Json.write(finding));
    }

    private void raw(String key, byte[] value) {
        topic(Topic.FINDINGS).pipeInput(new TestRecord<>(key, value, now));
    }

    private void erase(String patient) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(Erased.HEADER, "e-1".getBytes(StandardCharsets.UTF_8));
        topic(Topic.FINDINGS).pipeInput(new TestRecord<>(patient, null, headers, now));
    }

    private List<String> keys(Topic topic, String prefix) {
        return read(topic).stream()
                .map(TestRecord::key)
                .filter(key -> key.startsWith(prefix))
                .toList();
    }

    private List<String> histories() {
        List<String> keys = new ArrayList<>();
        try (var all = driver.<String, Long>getKeyValueStore(CaseworkTopology.HISTORIES)
                .all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    private void report(Notification command, Outcome outcome) {
        DeliveryReport report = new DeliveryReport(
                command.id(),
                command.alert(),
                command.patient(),
                command.attempt(),
                Phase.FINAL,
                now,
                Optional.of(outcome),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalLong.empty());
        topic(Topic.DELIVERIES).pipeInput(new TestRecord<>(command.patient(), Json.write(report), now));
    }

    private TestInputTopic<String, byte[]> topic(Topic topic) {
        return driver.createInputTopic(KAFKA.name(topic), new StringSerializer(), new ByteArraySerializer());
    }

    private List<TestRecord<String, byte[]>> read(Topic topic) {
        TestOutputTopic<String, byte[]> output =
                driver.createOutputTopic(KAFKA.name(topic), new StringDeserializer(), new ByteArrayDeserializer());
        return output.readRecordsToList();
    }

    private Map<String, byte[]> cases() {
        Map<String, byte[]> found = new HashMap<>();
        try (var all =
                driver.<String, byte[]>getKeyValueStore(CaseworkTopology.CASES).all()) {
            all.forEachRemaining(entry -> found.put(entry.key, entry.value));
        }
        return found;
    }

    private Map<Bytes, byte[]> due() {
        Map<Bytes, byte[]> found = new HashMap<>();
        try (var all =
                driver.<Bytes, byte[]>getKeyValueStore(CaseworkTopology.DUE).all()) {
            all.forEachRemaining(entry -> found.put(entry.key, entry.value));
        }
        return found;
    }

    private static String header(TestRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private double count(String name, String... tags) {
        return metrics.counter(name, tags).count();
    }
}
