package plumbline.standalone.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import plumbline.cohort.scenario.DemoCohort;
import plumbline.standalone.preflight.Obstacle;
import plumbline.standalone.replay.IngestClient;

/** The simulated cohort of one directory, and its streaming to an ingest service. */
public final class Demo {
    /** The smallest cohort that shows everything. */
    public static final int FEWEST = DemoCohort.FEWEST;

    /** The largest cohort that is still a demo. */
    public static final int MOST = 2_000;

    private static final long SEED = 1;
    private static final int PATIENTS = 40;

    private final Path directory;
    private final Clock clock;
    private final DemoMemory memory;

    private Demo(Path directory, Clock clock, DemoMemory memory) {
        this.directory = directory;
        this.clock = clock;
        this.memory = memory;
    }

    /**
     * The cohort that the directory already holds, or a new one (40 patients of seed 1, where nothing else is asked for).
     *
     * @param clock with the zone in which the patients of a new cohort live
     * @throws Obstacle if the directory holds another cohort than the one asked for
     */
    public static Demo in(Path directory, Clock clock, OptionalInt patients, OptionalLong seed) {
        DemoMemory memory = DemoMemory.find(directory)
                .orElseGet(() -> DemoMemory.fresh(
                        seed.orElse(SEED), patients.orElse(PATIENTS), clock.instant(), clock.getZone()));
        if (seed.orElse(memory.seed()) != memory.seed() || patients.orElse(memory.patients()) != memory.patients()) {
            throw new Obstacle("The demo in " + directory + " has " + memory.patients() + " patients of seed "
                    + memory.seed()
                    + ".\nLeave --patients and --seed out to go on with them, or delete the directory to begin anew.");
        }
        return new Demo(directory, clock, memory);
    }

    /** How many patients there are. */
    public int patients() {
        return memory.patients();
    }

    /**
     * Writes a care team of three with little patience, and tells how the first emergency climbs among them, in at most five lines.
     *
     * @param notifier the notifier's address
     * @param token of somebody who may do everything
     * @throws Obstacle if the team is not taken
     */
    public AutoCloseable follow(URI notifier, String token, Consumer<String> tell) throws InterruptedException {
        return DemoStory.start(new DemoWard(notifier, token), tell);
    }

    /**
     * Begins to stream what the service does not know yet, and then what happens now, until the result is closed.
     *
     * @param service the ingest service
     * @param token of a trusted back end that may write events
     */
    public AutoCloseable stream(URI service, String token) {
        return DemoFeed.start(new IngestClient(service, token), directory, clock, memory);
    }
}
