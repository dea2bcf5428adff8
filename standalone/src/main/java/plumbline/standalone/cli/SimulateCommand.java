package plumbline.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import plumbline.cohort.simulate.CohortFiles;
import plumbline.cohort.simulate.Simulation;
import plumbline.standalone.preflight.Obstacle;
import plumbline.standalone.terminal.ProgressBar;

/** Writes a simulated cohort: its events as they arrive, and its truth. */
@Command(
        name = "simulate",
        description = "Simulates patients and writes events.ndjson, in the order of arrival with late, duplicate and"
                + " missing data, and truth.ndjson, which says what was so.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CohortOptions cohort;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where to write both, in place of what was there; made if it is missing")
    private Path directory;

    @Override
    public Integer call() {
        Simulation simulation = Simulation.of(cohort.plan());
        CohortFiles files = new CohortFiles(directory);
        long events = write(simulation, files);
        PrintWriter out = spec.commandLine().getOut();
        out.println(events + " events in " + files.events() + ", their truth in " + files.truth());
        out.flush();
        return 0;
    }

    private long write(Simulation simulation, CohortFiles files) {
        ProgressBar bar = cohort.progress();
        try {
            Files.createDirectories(directory);
            return files.write(simulation, day -> bar.show(day, day, System.nanoTime()));
        } catch (IOException e) {
            throw new Obstacle("The directory " + directory + " cannot be written.\n"
                    + "Make it writable for this user, free some of its disk, or name another with --out.");
        } finally {
            bar.clear();
        }
    }
}
