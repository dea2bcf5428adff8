package plumbline.standalone.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import plumbline.cohort.scenario.DemoCohort;
import plumbline.contract.json.Json;
import plumbline.standalone.preflight.Obstacle;

/**
 * What the demo remembers between starts: which cohort its data is about, and until when it was streamed.
 *
 * @param streamedUntil the end of the newest event that was taken
 */
record DemoMemory(long seed, int patients, LocalDate firstDay, String zone, Instant streamedUntil) {
    private static final String FILE = "demo.json";

    static DemoMemory fresh(long seed, int patients, Instant now, ZoneId zone) {
        return new DemoMemory(
                seed,
                patients,
                now.atZone(zone).toLocalDate(),
                zone.getId(),
                now.minus(DemoCohort.HISTORY, ChronoUnit.DAYS));
    }

    /** What an earlier start left in the directory. */
    static Optional<DemoMemory> find(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(Files.readAllBytes(file), DemoMemory.class));
        } catch (IOException e) {
            throw new Obstacle("The demo's memory " + file + " cannot be read.\nDelete " + directory
                    + " to begin the demo anew; real data is elsewhere.");
        }
    }

    void save(Path directory) {
        try {
            Path written = Files.write(directory.resolve(FILE + ".new"), Json.write(this));
            Files.move(
                    written,
                    directory.resolve(FILE),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Obstacle("The demo's memory in " + directory + " cannot be written ("
                    + e.getClass().getSimpleName() + ").\nIs the disk full?");
        }
    }

    DemoCohort cohort() {
        return DemoCohort.of(seed, patients, firstDay, ZoneId.of(zone));
    }

    DemoMemory until(Instant moment) {
        return new DemoMemory(seed, patients, firstDay, zone, moment);
    }
}
