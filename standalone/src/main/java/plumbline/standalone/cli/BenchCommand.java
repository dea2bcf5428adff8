package plumbline.standalone.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plumbline.benchmarks.detect.DetectBench;
import plumbline.contract.json.Json;
import plumbline.standalone.bench.CaseworkBench;

/** Measures what the hot path costs, each figure beside its limit. */
@Command(
        name = "bench",
        description = "Measures, each figure beside its limit, on this machine: a quiet one tells more.",
        mixinStandardHelpOptions = true,
        subcommandsRepeatable = false)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BenchCommand {
    @Spec
    private CommandSpec spec;

    @Command(
            name = "detect",
            description = "One event of a patient of whom 60 days are known: merge, assess, encode, decode; the size of"
                    + " the state; and a backtest beside plain decoding of the same lines.",
            mixinStandardHelpOptions = true)
    int detect(
            @Option(
                            names = "--seconds",
                            paramLabel = "N",
                            defaultValue = "1",
                            description = "How long each iteration lasts (default: ${DEFAULT-VALUE})")
                    int seconds,
            @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to this file too")
                    @Nullable
                    Path json)
            throws RunnerException, IOException {
        if (seconds < 1) {
            throw new ParameterException(spec.commandLine(), "--seconds must be at least 1");
        }
        List<DetectBench.Row> rows = DetectBench.run(seconds);
        spec.commandLine().getOut().print(machine() + DetectBench.table(rows));
        spec.commandLine().getOut().flush();
        if (json != null) {
            Files.write(json, Json.write(Map.of("machine", machine().strip(), "rows", rows)));
        }
        return 0;
    }

    @Command(
            name = "casework",
            description =
                    "An urgent alert from its finding to a webhook, and how late timers are: with empty queues, and"
                            + " beside queued nudges whose endpoint hangs and timers that are pending. The rounds alternate.",
            mixinStandardHelpOptions = true)
    int casework(
            @Option(
                            names = "--nudges",
                            paramLabel = "N",
                            defaultValue = "50000",
                            description = "Queued nudges (default: ${DEFAULT-VALUE})")
                    int nudges,
            @Option(
                            names = "--timers",
                            paramLabel = "N",
                            defaultValue = "1000000",
                            description = "Pending timers (default: ${DEFAULT-VALUE})")
                    int timers,
            @Option(
                            names = "--rounds",
                            paramLabel = "N",
                            defaultValue = "3",
                            description = "Rounds of each kind (default: ${DEFAULT-VALUE})")
                    int rounds,
            @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to this file too")
                    @Nullable
                    Path json)
            throws IOException {
        if (nudges < 1 || timers < 0 || rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--nudges and --rounds must be at least 1, --timers 0");
        }
        PrintWriter out = spec.commandLine().getOut();
        CaseworkBench.Load load = new CaseworkBench.Load(nudges, timers);
        Path directory = Files.createTempDirectory("plumbline-bench");
        List<CaseworkBench.Row> rows;
        try {
            rows = CaseworkBench.run(directory, load, rounds, line -> {
                out.println(line);
                out.flush();
            });
        } finally {
            delete(directory);
        }
        String with = nudges + " nudges, " + timers + " timers, " + rounds + " rounds";
        out.print(machine() + with + System.lineSeparator() + CaseworkBench.table(rows));
        out.flush();
        if (json != null) {
            Files.write(json, Json.write(Map.of("machine", machine().strip(), "with", with, "rows", rows)));
        }
        return 0;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    private static String machine() {
        Runtime runtime = Runtime.getRuntime();
        return String.format(
                "%s %s, Java %s, %d processors, %d MB heap%n",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                runtime.availableProcessors(),
                runtime.maxMemory() >> 20);
    }
}
