package plumbline.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plumbline.analytics.backtest.Backtest;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.cohort.report.ScoreTable;
import plumbline.cohort.score.Scorer;
import plumbline.cohort.score.Scores;
import plumbline.cohort.simulate.Plan;
import plumbline.cohort.simulate.Simulation;
import plumbline.contract.json.Json;
import plumbline.standalone.preflight.Obstacle;
import plumbline.standalone.terminal.ProgressBar;

/** Scores the detectors against simulated patients, whose truth is known. */
@Command(
        name = "evaluate",
        description = "Simulates patients, runs the detectors over them without Kafka, and prints how well the findings"
                + " meet the truth, with 95 %% intervals, beside the targets. A target that was missed is not a"
                + " failure of the command.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CohortOptions cohort;

    @Option(
            names = "--missing",
            paramLabel = "F",
            description = "The share of days without data, 0-1 (default: as in life, where it depends on the pain)")
    private @Nullable Double missing;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the scores to this file too")
    private @Nullable Path json;

    private long refused;

    @Override
    public Integer call() {
        Plan plan = plan();
        Optional<Path> file = Optional.ofNullable(json);
        file.ifPresent(EvaluateCommand::check);
        Scores scores = evaluate(Simulation.of(plan));
        file.ifPresent(path -> write(scores, path));
        PrintWriter out = spec.commandLine().getOut();
        out.print(ScoreTable.of(scores));
        out.flush();
        return 0;
    }

    private Plan plan() {
        Plan plan = cohort.plan();
        if (missing == null) {
            return plan;
        }
        if (!(missing >= 0 && missing <= 1)) {
            throw new ParameterException(spec.commandLine(), "--missing must be from 0 to 1, such as 0.3");
        }
        return plan.withMissing(missing);
    }

    private Scores evaluate(Simulation simulation) {
        Scorer scorer = new Scorer(simulation.truths().toList());
        Backtest backtest = new Backtest(PolicyFile.standard(), scorer, (reason, line) -> refused++);
        ProgressBar bar = cohort.progress();
        try {
            simulation.arrivals(
                    arrival -> backtest.take(arrival.event(), Optional.of(arrival.receivedAt())),
                    day -> bar.show(day, day, System.nanoTime()));
        } finally {
            bar.clear();
        }
        backtest.finish(Optional.empty());
        if (refused > 0) {
            spec.commandLine()
                    .getErr()
                    .println(refused + " events were refused: they came too late, or their clock was ahead");
            spec.commandLine().getErr().flush();
        }
        return scorer.scores();
    }

    /** Before the work rather than after it. */
    private static void check(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isWritable(directory) || Files.isDirectory(file)) {
            throw unwritable(file);
        }
    }

    private static void write(Scores scores, Path file) {
        try {
            Files.write(file, Json.write(scores));
        } catch (IOException e) {
            throw unwritable(file);
        }
    }

    private static Obstacle unwritable(Path file) {
        return new Obstacle("The file " + file + " cannot be written.\n"
                + "Name one in a directory that exists and is writable with --json.");
    }
}
