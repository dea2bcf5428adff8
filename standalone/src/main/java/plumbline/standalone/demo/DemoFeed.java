package plumbline.standalone.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.cohort.scenario.DemoCohort;
import plumbline.contract.event.Event;
import plumbline.contract.json.EventWriter;
import plumbline.standalone.preflight.Obstacle;
import plumbline.standalone.replay.IngestClient;
import plumbline.standalone.replay.Line;

/** Streams the cohort to the ingest service: first what it does not know yet, then what happens now, until it is closed. */
final class DemoFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoFeed.class);
    private static final int BATCH = 500;
    private static final Duration BEAT = Duration.ofMillis(1500);
    private static final Duration SAVE = Duration.ofSeconds(15);

    private final IngestClient client;
    private final Path directory;
    private final InstantSource clock;
    private final Thread thread = new Thread(this::run, "demo-feed");
    private DemoMemory memory;

    private DemoFeed(IngestClient client, Path directory, InstantSource clock, DemoMemory memory) {
        this.client = client;
        this.directory = directory;
        this.clock = clock;
        this.memory = memory;
    }

    /** Starts to stream: first from where an earlier start left off, but at most six weeks, then what happens now. */
    static DemoFeed start(IngestClient client, Path directory, InstantSource clock, DemoMemory memory) {
        DemoFeed feed = new DemoFeed(client, directory, clock, memory);
        feed.thread.start();
        return feed;
    }

    private void run() {
        try {
            catchUp(clock.instant());
            Instant saved = clock.instant();
            while (!Thread.interrupted()) {
                TimeUnit.MILLISECONDS.sleep(BEAT.toMillis());
                Instant now = clock.instant();
                boolean save = Duration.between(saved, now).compareTo(SAVE) > 0;
                live(now, save);
                saved = save ? now : saved;
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (Obstacle lasting) {
            LOG.error("event=demo-feed-ended reason=\"{}\"", lasting.getMessage());
        }
    }

    private void catchUp(Instant now) throws InterruptedException {
        Instant earliest = now.minus(DemoCohort.HISTORY, ChronoUnit.DAYS);
        Instant after = memory.streamedUntil().isBefore(earliest) ? earliest : memory.streamedUntil();
        Iterator<Event> events = memory.cohort().between(after, now).iterator();
        int sent = 0;
        while (events.hasNext()) {
            List<Event> batch = new ArrayList<>(BATCH);
            while (batch.size() < BATCH && events.hasNext()) {
                batch.add(events.next());
            }
            send(batch);
            sent += batch.size();
        }
        remember(now);
        LOG.info("event=demo-history-streamed events={}", sent);
    }

    private void live(Instant now, boolean save) throws InterruptedException {
        try {
            send(memory.cohort().now(now));
            if (save) {
                remember(now);
            }
        } catch (Obstacle away) {
            LOG.warn("event=demo-feed-paused reason=\"{}\"", away.getMessage());
        }
    }

    private void send(List<Event> events) throws InterruptedException {
        List<Line> lines = events.stream()
                .map(event -> new Line(event.id(), EventWriter.write(event)))
                .toList();
        client.send(lines).forEach(rejection -> LOG.warn("event=demo-rejected code={}", rejection.code()));
    }

    private void remember(Instant until) {
        memory = memory.until(until);
        memory.save(directory);
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
