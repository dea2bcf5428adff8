package plumbline.standalone.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plumbline.analytics.backtest.Backtest;
import plumbline.analytics.policy.Policy;
import plumbline.contract.finding.Finding;
import plumbline.contract.json.Json;
import plumbline.contract.json.Rfc3339;
import plumbline.standalone.comparison.Comparison;
import plumbline.standalone.comparison.Findings;

/** Runs the detectors over a file of native events, without Kafka. */
@Command(
        name = "backtest",
        description = "Runs the detectors over native events in file order, without Kafka, and prints each change of a"
                + " finding as a line of JSON.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BacktestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "NDJSON, also gzip; - is standard input")
    private String file;

    @Option(names = "--policy", paramLabel = "FILE", description = "Thresholds to use instead of the built-in ones")
    private @Nullable Path policy;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "For when to state the findings at the end (default: the newest time in the file)")
    private @Nullable String asOf;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "Print instead what other thresholds would have raised differently, as a table")
    private @Nullable Path compare;

    @Override
    public Integer call() {
        Optional<Instant> end = Optional.ofNullable(asOf).map(this::time);
        FileRun run = new FileRun(spec.commandLine().getErr());
        if (compare == null) {
            Backtest backtest = new Backtest(Policies.read(Optional.ofNullable(policy)), this::print, run::reject);
            run.over(file, backtest::line);
            backtest.finish(end);
        } else {
            compare(compare, run, end);
        }
        spec.commandLine().getOut().flush();
        return run.exitCode();
    }

    private void compare(Path with, FileRun run, Optional<Instant> end) {
        List<Policy> policies = Policies.read(List.of(Optional.ofNullable(policy), Optional.of(with)));
        Findings one = new Findings();
        Findings other = new Findings();
        Backtest first = new Backtest(policies.get(0), one::add, run::reject);
        Backtest second = new Backtest(policies.get(1), other::add, (reason, line) -> {});
        run.over(file, line -> {
            first.line(line);
            second.line(line);
        });
        first.finish(end);
        second.finish(end);
        String name = policy == null ? "the built-in policy" : policy.toString();
        Comparison.lines(name, one, with.toString(), other)
                .forEach(spec.commandLine().getOut()::println);
    }

    private void print(Finding finding) {
        spec.commandLine().getOut().println(new String(Json.write(finding), StandardCharsets.UTF_8));
    }

    private Instant time(String text) {
        return Rfc3339.parse(text)
                .map(OffsetDateTime::toInstant)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--as-of must be a time with an offset, such as 2026-11-20T07:30:00+01:00"));
    }
}
