package plumbline.standalone.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import plumbline.contract.json.ProfileReader;
import plumbline.standalone.preflight.Obstacle;
import plumbline.standalone.terminal.ProgressBar;

/** Streams files of events and entries of the directory to an ingest service, in order, and remembers what was not taken. */
public final class Replay {
    private static final int BATCH = 500;
    private static final int BATCH_BYTES = 512 * 1024;

    /** Beyond these, rejections are only counted: a file of another kind has as many as it has lines. */
    private static final int KEPT = 1_000;

    private final IngestClient client;
    private final int rate;
    private final List<Rejection> kept = new ArrayList<>();
    private final Map<String, Long> skipped = new TreeMap<>();
    private long sent;
    private long rejected;
    private long started;

    /**
     * @param rate events a second at most; 0 for as fast as they are taken
     */
    public Replay(IngestClient client, int rate) {
        this.client = client;
        this.rate = rate;
    }

    /**
     * What came of it.
     *
     * @param rejections the first thousand of the rejected lines
     * @param skipped how many entries of the directory the token may not change, by what the service says of it
     */
    public record Report(long accepted, long rejected, List<Rejection> rejections, Map<String, Long> skipped) {
        public Report {
            rejections = List.copyOf(rejections);
            skipped = Map.copyOf(skipped);
        }

        /** Whether nothing came of anything yet. */
        public boolean isEmpty() {
            return accepted == 0 && rejected == 0 && skipped.isEmpty();
        }
    }

    /**
     * Sends the files, one after another.
     *
     * @param watched whether to draw a progress bar on standard error
     * @throws Obstacle if a file cannot be read or the service does not take events
     */
    public void run(List<String> files, boolean watched) throws InterruptedException {
        long total = files.stream().mapToLong(EventFile::size).sum();
        ProgressBar bar = new ProgressBar(System.err, watched, total, "events");
        started = System.nanoTime();
        long before = 0;
        try {
            for (String name : files) {
                try (EventFile file = EventFile.open(name)) {
                    stream(file, before, bar);
                    before += file.position();
                }
            }
        } finally {
            bar.clear();
        }
    }

    /** What came of it so far, also where it ended early. */
    public Report report() {
        long notAllowed = skipped.values().stream().mapToLong(Long::longValue).sum();
        return new Report(sent - rejected - notAllowed, rejected, kept, skipped);
    }

    private void stream(EventFile file, long before, ProgressBar bar) throws InterruptedException {
        List<Line> batch = batch(file);
        while (!batch.isEmpty()) {
            waitForTurn();
            client.send(batch).forEach(this::note);
            sent += batch.size();
            bar.show(before + file.position(), sent, System.nanoTime());
            batch = batch(file);
        }
    }

    private void note(Rejection rejection) {
        rejected++;
        if (kept.size() < KEPT) {
            kept.add(rejection);
        }
    }

    private List<Line> batch(EventFile file) throws InterruptedException {
        int most = rate == 0 ? BATCH : Math.min(BATCH, Math.max(1, rate / 10));
        List<Line> batch = new ArrayList<>();
        int bytes = 0;
        while (batch.size() < most && bytes < BATCH_BYTES) {
            Optional<Line> line = next(file, !batch.isEmpty());
            if (line.isEmpty()) {
                break;
            }
            if (line.get().json().length > EventFile.LONGEST_LINE) {
                sent++;
                note(new Rejection(line.get(), "line-too-long", "has more than 1 MiB; send one event a line", false));
                continue;
            }
            if (ProfileReader.isEntry(line.get().json())) {
                put(line.get());
                continue;
            }
            batch.add(line.get());
            bytes += line.get().json().length;
        }
        return batch;
    }

    private void put(Line entry) throws InterruptedException {
        waitForTurn();
        Optional<Rejection> refused = DirectoryEntry.put(entry, client);
        sent++;
        if (refused.filter(Rejection::isNotAllowed).isPresent()) {
            skipped.merge(refused.get().detail(), 1L, Long::sum);
        } else {
            refused.ifPresent(this::note);
        }
    }

    /** The next line. Where the file breaks off, lines that wait are sent first, and the break is met again. */
    private static Optional<Line> next(EventFile file, boolean others) {
        try {
            return file.next();
        } catch (Obstacle broken) {
            if (others) {
                return Optional.empty();
            }
            throw broken;
        }
    }

    /** Waits until the events sent so far would have been sent at the rate. */
    private void waitForTurn() throws InterruptedException {
        if (rate > 0) {
            long due = started + TimeUnit.SECONDS.toNanos(sent) / rate;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        }
    }
}
