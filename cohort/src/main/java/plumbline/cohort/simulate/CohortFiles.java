package plumbline.cohort.simulate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;
import plumbline.cohort.observe.Arrival;
import plumbline.cohort.truth.Truth;
import plumbline.contract.json.EventWriter;
import plumbline.contract.json.Json;

/** The two files of a cohort: {@code events.ndjson}, the directory's entries first and then events in the order of arrival, and {@code truth.ndjson}. */
public final class CohortFiles {
    private static final int BUFFER = 1 << 16;

    private final Path events;
    private final Path truth;

    public CohortFiles(Path directory) {
        this.events = directory.resolve("events.ndjson");
        this.truth = directory.resolve("truth.ndjson");
    }

    public Path events() {
        return events;
    }

    public Path truth() {
        return truth;
    }

    /**
     * Writes both, in place of what was there; the directory must exist.
     *
     * @param progress told the number of days done, after each
     * @return how many lines of events and of the directory were written
     */
    public long write(Simulation simulation, IntConsumer progress) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(truth), BUFFER)) {
            for (Iterator<Truth> facts = simulation.truths().iterator(); facts.hasNext(); ) {
                out.write(Json.write(facts.next()));
                out.write('\n');
            }
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(events), BUFFER)) {
            long[] count = {0};
            simulation.directory().forEach(profile -> {
                write(Json.write(profile), simulation.directorySince(), out);
                count[0]++;
            });
            simulation.arrivals(
                    arrival -> {
                        write(arrival, out);
                        count[0]++;
                    },
                    progress);
            return count[0];
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** The facts of a file. */
    public List<Truth> readTruth() throws IOException {
        try (var lines = Files.lines(truth)) {
            return lines.map(CohortFiles::fact).toList();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static Truth fact(String line) {
        try {
            return Json.read(line.getBytes(StandardCharsets.UTF_8), Truth.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A native event with the time at which it was received. */
    static void write(Arrival arrival, OutputStream out) {
        write(EventWriter.write(arrival.event()), arrival.receivedAt(), out);
    }

    private static void write(byte[] object, Instant receivedAt, OutputStream out) {
        String rest = ",\"receivedAt\":\"" + receivedAt + "\"}\n";
        try {
            out.write(object, 0, object.length - 1);
            out.write(rest.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
