package plumbline.notifier.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;

/**
 * Every alert and its history, in memory, in the order of triage. All open alerts are held; of the others, the newest 50,000. Safe for
 * use by many threads; listeners are called on the thread that brings the change.
 */
public final class Inbox {
    private static final int MOST_CLOSED = 50_000;

    private final Map<String, Folder> folders = new HashMap<>();
    private final LinkedHashSet<String> closed = new LinkedHashSet<>();
    private final NavigableMap<TriageKey, Alert> triage = new TreeMap<>();
    private final NavigableMap<Long, String> changes = new TreeMap<>();
    private final Map<Integer, Long> offsets = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long version;
    private volatile boolean complete;

    /** Takes the newest state of an alert from this record of its topic. */
    public void apply(Alert alert, int partition, long offset) {
        List<Runnable> answers;
        synchronized (this) {
            Folder folder = folder(alert.id());
            unlist(folder);
            version++;
            folder.take(alert, partition, offset, version);
            changes.put(version, alert.id());
            triage.put(TriageKey.of(alert), alert);
            offsets.merge(partition, offset, Math::max);
            touch(alert.id(), folder);
            answers = folder.answers();
        }
        answers.forEach(Runnable::run);
        listeners.forEach(Runnable::run);
    }

    /** Takes an entry of an alert's history, also before the alert itself. */
    public void apply(AlertEntry entry) {
        List<Runnable> answers;
        synchronized (this) {
            Folder folder = folder(entry.alert());
            folder.take(entry);
            touch(entry.alert(), folder);
            answers = folder.answers();
        }
        answers.forEach(Runnable::run);
    }

    /** Forgets an alert. Its history has records of its own, which may be read earlier or later. */
    public synchronized void remove(String id) {
        Folder folder = folders.get(id);
        if (folder != null) {
            unlist(folder);
            folder.dropAlert();
            tidy(id, folder);
        }
    }

    /** Forgets one entry of an alert's history. */
    public synchronized void remove(String id, long sequence) {
        Folder folder = folders.get(id);
        if (folder != null) {
            folder.dropEntry(sequence);
            tidy(id, folder);
        }
    }

    private void tidy(String id, Folder folder) {
        if (folder.isEmpty()) {
            drop(id);
        } else {
            touch(id, folder);
        }
    }

    private void drop(String id) {
        Folder folder = folders.remove(id);
        closed.remove(id);
        if (folder != null) {
            unlist(folder);
        }
    }

    /** Says that all that was there at the start has been taken. */
    public void complete() {
        complete = true;
    }

    /** Whether this holds all that there is; before, an answer could leave an alert out. */
    public boolean isComplete() {
        return complete;
    }

    public synchronized Optional<Alert> find(String id) {
        return Optional.ofNullable(folders.get(id)).flatMap(Folder::alert);
    }

    /** What happened to an alert, in order. */
    public synchronized List<AlertEntry> history(String id) {
        return Optional.ofNullable(folders.get(id)).map(Folder::entries).orElse(List.of());
    }

    /**
     * The next alerts that are wanted, in the order of triage.
     *
     * @param after where the page before ended
     */
    public synchronized Slice page(Predicate<Alert> wanted, Optional<TriageKey> after, int limit) {
        List<Alert> page = new ArrayList<>();
        var rest = after.map(key -> triage.tailMap(key, false)).orElse(triage);
        for (Alert alert : rest.values()) {
            if (wanted.test(alert)) {
                if (page.size() == limit) {
                    return new Slice(page, Optional.of(TriageKey.of(page.get(limit - 1))));
                }
                page.add(alert);
            }
        }
        return new Slice(page, Optional.empty());
    }

    /** Where this stands in the topic. */
    public synchronized Position position() {
        return new Position(offsets);
    }

    /** The alerts that changed after a version of this inbox, in the order in which they did. */
    public synchronized Changes changesSince(long seen) {
        return changes(changes.tailMap(seen, false).values().stream()
                .flatMap(id -> find(id).stream())
                .toList());
    }

    /** The alerts that changed after a position, in the order of triage. */
    public synchronized Changes changesSince(Position seen) {
        return changes(triage.values().stream()
                .filter(alert -> folder(alert.id()).changedAfter(seen))
                .toList());
    }

    private Changes changes(List<Alert> alerts) {
        return new Changes(alerts, version, new Position(offsets));
    }

    /** The open alerts that were not there, or not open, at a position. */
    public synchronized List<Alert> appearedSince(Position seen) {
        return triage.values().stream()
                .filter(alert -> folder(alert.id()).appearedAfter(seen))
                .toList();
    }

    /**
     * What becomes of a care action; fails with a {@link java.util.concurrent.TimeoutException} where that does not show in time.
     */
    public CompletableFuture<Shown> await(String alert, String action, Duration atMost) {
        CompletableFuture<Shown> shown;
        List<Runnable> answers;
        synchronized (this) {
            Folder folder = folder(alert);
            shown = folder.await(action);
            touch(alert, folder);
            answers = folder.answers();
        }
        answers.forEach(Runnable::run);
        return shown.copy()
                .orTimeout(atMost.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> forget(alert, action));
    }

    private synchronized void forget(String alert, String action) {
        Optional.ofNullable(folders.get(alert)).ifPresent(folder -> folder.forget(action));
    }

    /** Calls the listener after each change of an alert; it must not wait. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    private Folder folder(String id) {
        return folders.computeIfAbsent(id, unknown -> new Folder());
    }

    private void unlist(Folder folder) {
        changes.remove(folder.version());
        folder.alert().map(TriageKey::of).ifPresent(triage::remove);
    }

    private void touch(String id, Folder folder) {
        closed.remove(id);
        if (!folder.isOpen()) {
            closed.add(id);
        }
        if (closed.size() > MOST_CLOSED) {
            drop(closed.iterator().next());
        }
    }
}
