package plumbline.notifier.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;
import plumbline.contract.alert.AlertStatus;

/** One alert with its history, at most 1,000 newest entries of it, and who waits for an entry. Not thread-safe: the inbox is. */
final class Folder {
    private static final int MOST_ENTRIES = 1_000;

    private final NavigableMap<Long, AlertEntry> entries = new TreeMap<>();
    private final Map<String, CompletableFuture<Shown>> waiting = new TreeMap<>();
    private @Nullable Alert alert;
    private int partition;
    private long changed = -1;
    private long appeared = -1;
    private long version = -1;

    Optional<Alert> alert() {
        return Optional.ofNullable(alert);
    }

    boolean isOpen() {
        return alert != null && alert.status() != AlertStatus.RESOLVED;
    }

    long version() {
        return version;
    }

    List<AlertEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** Takes the newest state; an alert appears when it opens, and again when it is reopened. */
    void take(Alert newest, int fromPartition, long offset, long atVersion) {
        boolean wasOpen = isOpen();
        alert = newest;
        partition = fromPartition;
        changed = offset;
        version = atVersion;
        if (isOpen() && !wasOpen) {
            appeared = offset;
        }
    }

    void take(AlertEntry entry) {
        entries.put(entry.sequence(), entry);
        if (entries.size() > MOST_ENTRIES) {
            entries.pollFirstEntry();
        }
    }

    void dropAlert() {
        alert = null;
        version = -1;
    }

    void dropEntry(long sequence) {
        entries.remove(sequence);
    }

    /** Whether nothing is in it and nobody waits for anything. */
    boolean isEmpty() {
        return alert == null && entries.isEmpty() && waiting.isEmpty();
    }

    boolean changedAfter(Position seen) {
        return alert != null && !seen.covers(partition, changed);
    }

    boolean appearedAfter(Position seen) {
        return isOpen() && !seen.covers(partition, appeared);
    }

    CompletableFuture<Shown> await(String action) {
        return waiting.computeIfAbsent(action, id -> new CompletableFuture<>());
    }

    void forget(String action) {
        waiting.remove(action);
    }

    /** Takes out those who wait for what is there now; answering them is the caller's, outside of its lock. */
    List<Runnable> answers() {
        List<Runnable> answers = new ArrayList<>();
        for (AlertEntry entry : waiting.isEmpty() ? List.<AlertEntry>of() : entries.values()) {
            Alert now = alert;
            CompletableFuture<Shown> future = entry.action().map(waiting::get).orElse(null);
            if (future != null && now != null && now.revision() >= entry.revision()) {
                entry.action().ifPresent(waiting::remove);
                answers.add(() -> future.completeAsync(() -> new Shown(now, entry)));
            }
        }
        return answers;
    }
}
