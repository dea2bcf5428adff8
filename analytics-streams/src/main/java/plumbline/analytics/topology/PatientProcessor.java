package plumbline.analytics.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.analytics.fold.Arrival;
import plumbline.analytics.fold.Outcome;
import plumbline.analytics.fold.PatientFold;
import plumbline.analytics.fold.Refusal;
import plumbline.chassis.kafka.CloudEventHeaders;
import plumbline.contract.Identity;
import plumbline.contract.event.Event;
import plumbline.contract.finding.Finding;
import plumbline.contract.json.EventReader;
import plumbline.contract.json.Json;
import plumbline.contract.json.ProfileReader;
import plumbline.contract.json.ProfileReading;
import plumbline.contract.json.Reading;
import plumbline.contract.patient.Erased;
import plumbline.contract.patient.ErasurePlace;

/** Decodes, folds and forwards; and every second looks at the patients who are due. */
final class PatientProcessor
        implements Processor<@Nullable String, byte @Nullable [], @Nullable String, byte @Nullable []> {
    private static final Logger LOG = LoggerFactory.getLogger(PatientProcessor.class);
    private static final Duration TICK = Duration.ofSeconds(1);

    /** So many patients are looked at in one tick, so that events are not kept waiting. */
    private static final int MOST_A_TICK = 500;

    private final PatientFold fold;
    private final InstantSource clock;
    private final Tally tally;
    private final String directory;

    private @Nullable ProcessorContext<@Nullable String, byte @Nullable []> context;
    private @Nullable TaskStores stores;
    private @Nullable DueIndex dues;

    /**
     * A processor of one task.
     *
     * @param directory the topic of the patients' entries; every other brings events
     */
    PatientProcessor(PatientFold fold, InstantSource clock, Tally tally, String directory) {
        this.fold = fold;
        this.clock = clock;
        this.tally = tally;
        this.directory = directory;
    }

    @Override
    public void init(ProcessorContext<@Nullable String, byte @Nullable []> ofTask) {
        context = ofTask;
        stores = TaskStores.of(ofTask);
        dues = new DueIndex(stores.dues());
        ofTask.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, tick -> wake(clock.instant()));
    }

    @Override
    public void process(Record<@Nullable String, byte @Nullable []> record) {
        tally.accepted();
        String key = record.key();
        byte[] value = record.value();
        boolean entry =
                opened(context).recordMetadata().filter(this::isOfDirectory).isPresent();
        if (key == null || (value == null && !entry)) {
            quarantine(record, key == null ? "null-key" : "null-value");
        } else if (value == null) {
            erase(key, record);
        } else if (entry) {
            know(key, value, record);
        } else {
            read(key, value, record);
        }
    }

    private boolean isOfDirectory(RecordMetadata place) {
        return place.topic().equals(directory);
    }

    private void know(String key, byte[] value, Record<@Nullable String, byte @Nullable []> record) {
        ProfileReading reading = ProfileReader.read(value);
        if (reading instanceof ProfileReading.Bad bad) {
            quarantine(record, bad.violations().get(0).code().code());
        } else if (reading instanceof ProfileReading.Good good) {
            if (good.profile().id().equals(key)) {
                Instant now = Instant.ofEpochMilli(record.timestamp());
                tally.merged();
                tell(key, fold.know(good.profile(), now, chart(key)), record.timestamp());
            } else {
                quarantine(record, "key-mismatch");
            }
        }
    }

    /** Erases, and says so behind the last finding, so that whoever reads findings erases after it too. */
    private void erase(String patient, Record<@Nullable String, byte @Nullable []> record) {
        fold.erase(Instant.ofEpochMilli(record.timestamp()), chart(patient));
        tally.merged();
        Header header = record.headers().lastHeader(Erased.HEADER);
        byte[] erasure = header == null ? new byte[0] : header.value();
        Headers headers = new RecordHeaders().add(Erased.HEADER, erasure);
        opened(context).forward(new Record<>(patient, null, record.timestamp(), headers), AnalyticsTopology.FINDINGS);
        Erased erased = new Erased(
                new String(erasure, StandardCharsets.UTF_8), patient, ErasurePlace.TIMELINE, clock.instant());
        opened(context)
                .forward(
                        new Record<>(patient, Json.write(erased), record.timestamp(), new RecordHeaders()),
                        AnalyticsTopology.ERASURES);
    }

    private void read(String key, byte[] value, Record<@Nullable String, byte @Nullable []> record) {
        Reading reading = EventReader.read(value);
        if (reading instanceof Reading.Bad bad) {
            quarantine(record, bad.violations().get(0).code().code());
        } else if (reading instanceof Reading.Good good) {
            if (good.event().patient().equals(key)) {
                take(good.event(), record);
            } else {
                quarantine(record, "key-mismatch");
            }
        }
    }

    private void take(Event event, Record<@Nullable String, byte @Nullable []> record) {
        Arrival arrival = new Arrival.Live(Instant.ofEpochMilli(record.timestamp()));
        Outcome outcome = fold.accept(event, arrival, chart(event.patient()));
        if (outcome instanceof Outcome.Quarantined quarantined && quarantined.reason() == Refusal.ERASED) {
            // Putting it aside would keep what was to be erased.
            tally.quarantined(Refusal.ERASED.code());
        } else if (outcome instanceof Outcome.Quarantined quarantined) {
            quarantine(record, quarantined.reason().code());
        } else if (outcome instanceof Outcome.Merged merged) {
            tally.merged();
            tell(event.patient(), merged.findings(), record.timestamp());
        }
    }

    private void wake(Instant now) {
        for (DueIndex.Due due : opened(dues).head(now, MOST_A_TICK)) {
            List<Finding> findings = fold.wake(due.patient(), now, chart(due.patient()));
            tell(due.patient(), findings, now.toEpochMilli());
        }
    }

    private StoredChart chart(String patient) {
        return new StoredChart(patient, opened(stores), opened(dues));
    }

    private void tell(String patient, List<Finding> findings, long timestamp) {
        for (Finding finding : findings) {
            byte[] json = Json.write(finding);
            Headers headers = new RecordHeaders();
            String id = Identity.of(finding.id(), new String(json, StandardCharsets.UTF_8));
            CloudEventHeaders.add(
                    headers,
                    id,
                    "analytics",
                    "finding." + finding.change().code(),
                    finding.asOf().toInstant());
            opened(context).forward(new Record<>(patient, json, timestamp, headers), AnalyticsTopology.FINDINGS);
            tally.told(finding);
        }
    }

    private void quarantine(Record<@Nullable String, byte @Nullable []> record, String reason) {
        var place = opened(context).recordMetadata();
        place.ifPresent(where -> LOG.warn(
                "event=quarantined reason={} topic={} partition={} offset={}",
                reason,
                where.topic(),
                where.partition(),
                where.offset()));
        opened(context).forward(Quarantine.aside(record, reason, place), AnalyticsTopology.QUARANTINE);
        tally.quarantined(reason);
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("not initialised");
        }
        return part;
    }
}
