package plumbline.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.cohort.report.ControlTable;
import plumbline.cohort.report.ScoreTable;
import plumbline.cohort.report.Target;
import plumbline.cohort.score.Scores;
import plumbline.cohort.simulate.Plan;
import plumbline.cohort.simulate.Variant;
import plumbline.contract.json.Json;
import plumbline.standalone.evaluation.Trial;
import plumbline.standalone.preflight.Obstacle;
import plumbline.standalone.terminal.ProgressBar;

/** Scores the detectors against simulated patients, whose truth is known. */
@Command(
        name = "evaluate",
        description = "Simulates patients, runs the detectors over them without Kafka, and prints how well the findings"
                + " meet the truth, with 95 %% intervals, beside the targets; then the negative controls. A target"
                + " that was missed is not a failure of the command.",
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
            description = "The share of days without data, from 0 to less than 1 (default: as in life, where it depends"
                    + " on the pain)")
    private @Nullable Double missing;

    @Option(names = "--no-controls", description = "Leaves the negative controls out, which take five times as long")
    private boolean withoutControls;

    @Option(names = "--strict", description = "Ends with 1 where a target is missed")
    private boolean strict;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the scores to this file too")
    private @Nullable Path json;

    @Override
    public Integer call() {
        List<Plan> plans = plans();
        Optional<Path> file = Optional.ofNullable(json);
        file.ifPresent(EvaluateCommand::check);
        Trial trial = new Trial(PolicyFile.standard());
        Scores scores = run(trial, plans, Variant.EXPECTED);
        file.ifPresent(path -> write(scores, path));
        print(ScoreTable.of(scores, cohort.seeds().toString()));
        List<Scores> controls = new ArrayList<>();
        if (!withoutControls) {
            for (Variant control : Variant.controls()) {
                controls.add(run(trial, cohort.plans(), control));
            }
            print("\n" + ControlTable.of(controls));
        }
        complain(trial.refused());
        return strict && isMissed(scores, controls) ? 1 : 0;
    }

    private List<Plan> plans() {
        List<Plan> plans = cohort.plans();
        if (missing == null) {
            return plans;
        }
        if (!(missing >= 0 && missing < 1)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--missing must be from 0 to less than 1, such as 0.3: of nothing, nothing is found");
        }
        return plans.stream().map(plan -> plan.withMissing(missing)).toList();
    }

    private Scores run(Trial trial, List<Plan> plans, Variant variant) {
        List<Plan> varied = plans.stream().map(plan -> plan.with(variant)).toList();
        int patients = plans.size() * plans.get(0).patients();
        ProgressBar bar =
                new ProgressBar(System.err, ProgressBar.isWatched(), patients, "patients, cohort " + variant.code());
        try {
            return trial.scores(varied, done -> bar.show(done, done, System.nanoTime()));
        } finally {
            bar.clear();
        }
    }

    private static boolean isMissed(Scores scores, List<Scores> controls) {
        return Stream.concat(
                        Target.of(scores.run()).stream().map(target -> target.verdict(scores)),
                        controls.stream()
                                .flatMap(control -> Target.ofControl(control.run()).stream()
                                        .map(target -> target.verdict(control))))
                .anyMatch(Target.Verdict.MISS::equals);
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }

    private void complain(long refused) {
        if (refused > 0) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(refused + " events were refused: they came too late, or their clock was ahead");
            err.flush();
        }
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
