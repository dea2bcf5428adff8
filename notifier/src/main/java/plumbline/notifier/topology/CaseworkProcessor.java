package plumbline.notifier.topology;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.chassis.kafka.CloudEventHeaders;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.delivery.Notification;
import plumbline.contract.json.Json;
import plumbline.contract.patient.Erased;
import plumbline.contract.patient.ErasurePlace;
import plumbline.contract.topic.Topic;
import plumbline.notifier.casefile.Case;
import plumbline.notifier.casework.Casework;
import plumbline.notifier.casework.Effect;
import plumbline.notifier.casework.Input;
import plumbline.notifier.casework.Step;

/** Loads a case, lets casework decide, stores the case and forwards the effects. Streams calls {@code init} before all else. */
@NullUnmarked
final class CaseworkProcessor implements Processor<String, byte[], String, byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(CaseworkProcessor.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    /** Without a record from before the start for so long, all such have been read. */
    private static final Duration CAUGHT_UP = Duration.ofSeconds(2);

    /** A backlog that is longer holds up no timer. */
    private static final Duration CATCH_UP = Duration.ofSeconds(30);

    /** Bounds one tick, so that a backlog of timers does not hold up what arrives. */
    static final int CASES_PER_TICK = 1_000;

    private final Decoding decoding;
    private final Casework casework;
    private final CaseworkMetrics metrics;
    private final InstantSource clock;
    private ProcessorContext<String, byte[]> context;
    private CaseStore cases;
    private DueIndex due;
    private Histories histories;
    private TeamStore teams;
    private Auditor auditor;
    private Instant start;
    private Instant backlog;

    CaseworkProcessor(Decoding decoding, Casework casework, CaseworkMetrics metrics, InstantSource clock) {
        this.decoding = decoding;
        this.casework = casework;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> streams) {
        context = streams;
        start = clock.instant();
        backlog = start;
        cases = new CaseStore(streams.getStateStore(CaseworkTopology.CASES));
        due = new DueIndex(streams.getStateStore(CaseworkTopology.DUE));
        histories = new Histories(streams.getStateStore(CaseworkTopology.HISTORIES));
        teams = new TeamStore(streams.getStateStore(CaseworkTopology.TEAMS));
        auditor = new Auditor(streams.getStateStore(CaseworkTopology.CASES), metrics);
        streams.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, time -> tick());
    }

    /** A record that cannot be decoded stops nobody: it is counted, and the log says where in its topic it stays. */
    @Override
    public void process(Record<String, byte[]> record) {
        Optional<RecordMetadata> origin = context.recordMetadata();
        String topic = origin.map(RecordMetadata::topic).orElse("");
        if (record.timestamp() < start.toEpochMilli()) {
            backlog = clock.instant();
        }
        try {
            advance(record.key(), decoding.decode(topic, record));
        } catch (Decoding.Undecodable fault) {
            metrics.undecodable(topic);
            LOG.warn(
                    "event=undecodable topic={} partition={} offset={} reason={}",
                    topic,
                    origin.map(RecordMetadata::partition).orElse(-1),
                    origin.map(RecordMetadata::offset).orElse(-1L),
                    fault.getMessage());
        }
    }

    @Override
    public void close() {
        auditor.close();
    }

    private void tick() {
        Instant now = clock.instant();
        if (!isCaughtUp(now)) {
            return;
        }
        List<String> patients = due.upTo(now, CASES_PER_TICK);
        patients.forEach(patient -> advance(patient, new Input.Tick()));
        auditor.look(now).forEach(patient -> advance(patient, new Input.Tick()));
    }

    /**
     * Whether what came while nobody was here has been read. A timer that is judged before might resend a message whose delivery was
     * already reported, or call for what was already acknowledged.
     */
    private boolean isCaughtUp(Instant now) {
        return !now.isBefore(backlog.plus(CAUGHT_UP)) || !now.isBefore(start.plus(CATCH_UP));
    }

    private void advance(String patient, Input input) {
        Instant now = clock.instant();
        Case before = cases.find(patient).orElseGet(() -> Case.empty(patient));
        Step step = casework.step(before, input, teams, now);
        if (!step.after().equals(before)) {
            cases.put(step.after());
            due.move(patient, before.nextDue(), step.after().nextDue());
        }
        metrics.count(before, input, step, now);
        step.effects().forEach(effect -> forward(patient, effect, now));
    }

    private void forward(String patient, Effect effect, Instant now) {
        if (effect instanceof Effect.Publish publish) {
            Alert alert = publish.alert();
            Record<String, byte[]> record = record(Topic.alertKey(patient, alert.id()), alert, now);
            CloudEventHeaders.add(
                    record.headers(),
                    alert.id() + ":" + alert.revision() + stepOf(alert),
                    "notifier",
                    "alert." + alert.status().code(),
                    now);
            context.forward(record, CaseworkTopology.ALERTS);
        } else if (effect instanceof Effect.Append append) {
            AlertEntry entry = append.entry();
            histories.put(patient, entry.alert(), entry.sequence());
            String key = Topic.entryKey(patient, entry.alert(), entry.sequence());
            context.forward(record(key, entry, now), CaseworkTopology.HISTORY);
        } else if (effect instanceof Effect.Send send) {
            Notification command = send.command();
            Record<String, byte[]> record = record(patient, command, now);
            CloudEventHeaders.add(
                    record.headers(),
                    command.id() + ":" + command.attempt() + ":" + command.at().toEpochMilli(),
                    "notifier",
                    "notification." + command.reason().code(),
                    now);
            context.forward(record, CaseworkTopology.sinkOf(command.lane()));
        } else if (effect instanceof Effect.Erase erase) {
            histories.takeAll(patient).forEach(history -> erase(patient, history, now));
            Erased erased = new Erased(erase.erasure(), patient, ErasurePlace.ALERTS, now);
            context.forward(record(patient, erased, now), CaseworkTopology.ERASURES);
        }
    }

    /** Tells the steps of escalation of one revision apart. */
    private static String stepOf(Alert alert) {
        return alert.pursuit()
                .filter(next -> next.step() > 1)
                .map(next -> ":" + next.at().toEpochMilli())
                .orElse("");
    }

    private void erase(String patient, KeyValue<String, Long> history, Instant now) {
        context.forward(new Record<>(history.key, null, now.toEpochMilli()), CaseworkTopology.ALERTS);
        for (long sequence = 1; sequence <= history.value; sequence++) {
            String key = Topic.entryKey(patient, Topic.alertOf(history.key), sequence);
            context.forward(new Record<>(key, null, now.toEpochMilli()), CaseworkTopology.HISTORY);
        }
    }

    private static Record<String, byte[]> record(String key, Object message, Instant now) {
        return new Record<>(key, Json.write(message), now.toEpochMilli(), new RecordHeaders());
    }
}
