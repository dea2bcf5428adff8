package plumbline.notifier.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.NullUnmarked;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.notifier.casefile.Case;
import plumbline.notifier.casework.Audit;

/** Goes through all cases of a task once a minute, some at a time, and trusts no index. */
@NullUnmarked
final class Auditor {
    private static final Logger LOG = LoggerFactory.getLogger(Auditor.class);
    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final int CASES_AT_A_TIME = 500;
    private static final String BEGINNING = "";

    private final KeyValueStore<String, byte[]> store;
    private final CaseworkMetrics metrics;
    private final Census census;
    private String from = BEGINNING;
    private Instant next = Instant.MIN;
    private Instant ended = Instant.MIN;
    private long patients;
    private long pending;
    private long late;

    Auditor(KeyValueStore<String, byte[]> store, CaseworkMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
        this.census = metrics.census();
    }

    /** Looks at some more cases; returns the patients whose alerts would be forgotten. */
    List<String> look(Instant now) {
        if (now.isBefore(next)) {
            return List.of();
        }
        List<String> forgotten = new ArrayList<>();
        int seen = 0;
        try (KeyValueIterator<String, byte[]> rest = store.range(from, null)) {
            while (rest.hasNext() && seen++ < CASES_AT_A_TIME) {
                KeyValue<String, byte[]> one = rest.next();
                from = one.key + '\0';
                Case file = CaseStore.decode(one.value);
                count(file, now);
                if (isFaulty(file, now)) {
                    forgotten.add(one.key);
                }
            }
            if (rest.hasNext()) {
                next = now;
            } else {
                from = BEGINNING;
                next = now.plus(EVERY);
                end(now);
            }
        }
        return forgotten;
    }

    private void count(Case file, Instant now) {
        patients++;
        pending += file.nextDue().isPresent() ? 1 : 0;
        late += Audit.isLate(file, now) ? 1 : 0;
    }

    private void end(Instant now) {
        census.take(patients, pending, late);
        metrics.audited(
                ended.equals(Instant.MIN)
                        ? Duration.ZERO
                        : Duration.between(ended, now).multipliedBy(patients));
        ended = now;
        patients = 0;
        pending = 0;
        late = 0;
    }

    /** Its task has gone elsewhere. */
    void close() {
        metrics.forget(census);
    }

    private boolean isFaulty(Case file, Instant now) {
        List<Audit.Note> notes = Audit.of(file, now);
        for (Audit.Note note : notes) {
            metrics.fault(note.fault());
            LOG.warn(
                    "event=audit-finding alert={} fault={}",
                    note.alert(),
                    note.fault().code());
        }
        return !notes.isEmpty();
    }
}
