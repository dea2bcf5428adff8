package plumbline.notifier.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.chassis.kafka.KafkaSettings;
import plumbline.contract.json.Json;
import plumbline.contract.topic.Topic;
import plumbline.notifier.tail.Tail;

/** The newest 20,000 entries of the access log, in memory. Safe for use by many threads. */
public final class AccessBook implements Tail.Reader {
    private static final Logger LOG = LoggerFactory.getLogger(AccessBook.class);
    private static final int MOST = 20_000;

    private final Deque<Access> entries = new ArrayDeque<>();

    /**
     * What came of looking at every seal.
     *
     * @param entries how many were looked at
     * @param faults where something was changed, is missing or was put in between; in words
     */
    public record Check(int entries, List<String> faults) {
        public Check {
            faults = List.copyOf(faults);
        }
    }

    /** Starts to read; the topic must exist. */
    public Tail follow(KafkaSettings kafka) {
        return Tail.start(kafka, "access-log", List.of(Topic.ACCESS_LOG), this);
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> record) {
        try {
            add(Json.read(record.value(), Access.class));
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException unreadable) {
            LOG.warn(
                    "event=access-record-unreadable topic={} partition={} offset={}",
                    record.topic(),
                    record.partition(),
                    record.offset());
        }
    }

    /** Adds the next entry. */
    public synchronized void add(Access entry) {
        entries.addLast(entry);
        if (entries.size() > MOST) {
            entries.removeFirst();
        }
    }

    /** The entries that are wanted, the newest first. */
    public synchronized List<Access> newest(Predicate<Access> wanted, int atMost) {
        List<Access> found = new ArrayList<>(entries.stream().filter(wanted).toList());
        Collections.reverse(found);
        found.sort((one, other) -> other.at().compareTo(one.at()));
        return List.copyOf(found.subList(0, Math.min(atMost, found.size())));
    }

    /** Looks at every seal; of each chain, the first entry that is still kept is taken as it is. */
    public synchronized Check check() {
        Map<String, Access> last = new HashMap<>();
        List<String> faults = new ArrayList<>();
        for (Access entry : entries) {
            String name = "entry " + entry.sequence() + " of chain " + entry.chain();
            if (!entry.isSealed()) {
                faults.add(name + " was changed");
            }
            Access before = last.put(entry.chain(), entry);
            if (before != null && !entry.follows(before)) {
                faults.add("between " + before.sequence() + " and " + name + " something is missing or was put in");
            }
        }
        return new Check(entries.size(), faults);
    }
}
