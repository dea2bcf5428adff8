package plumbline.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plumbline.benchmarks.detect.DetectBench;
import plumbline.contract.json.Json;

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
