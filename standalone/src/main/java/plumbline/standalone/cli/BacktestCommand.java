package plumbline.standalone.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
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
import plumbline.analytics.policyfile.InvalidPolicy;
import plumbline.analytics.policyfile.PolicyFile;
import plumbline.contract.finding.Finding;
import plumbline.contract.json.Json;
import plumbline.contract.json.Rfc3339;
import plumbline.standalone.preflight.Obstacle;
import plumbline.standalone.replay.EventFile;
import plumbline.standalone.replay.Line;

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

    private String place = "";
    private long rejected;

    @Override
    public Integer call() {
        Optional<Instant> end = Optional.ofNullable(asOf).map(this::time);
        Backtest backtest = new Backtest(policy(), this::print, (reason, line) -> reject(reason));
        EventFile.size(file);
        try (EventFile lines = EventFile.open(file)) {
            Optional<Line> line = lines.next();
            while (line.isPresent()) {
                place = line.get().place();
                backtest.line(new String(line.get().json(), StandardCharsets.UTF_8));
                line = lines.next();
            }
        }
        backtest.finish(end);
        spec.commandLine().getOut().flush();
        return rejected == 0 ? 0 : 1;
    }

    private void print(Finding finding) {
        spec.commandLine().getOut().println(new String(Json.write(finding), StandardCharsets.UTF_8));
    }

    private void reject(String reason) {
        rejected++;
        PrintWriter err = spec.commandLine().getErr();
        err.println(place + ": " + reason);
        err.flush();
    }

    private Instant time(String text) {
        return Rfc3339.parse(text)
                .map(OffsetDateTime::toInstant)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "--as-of must be a time with an offset, such as 2026-11-20T07:30:00+01:00"));
    }

    private Policy policy() {
        try {
            return policy == null ? PolicyFile.standard() : PolicyFile.read(policy);
        } catch (InvalidPolicy e) {
            throw new Obstacle(String.valueOf(e.getMessage()));
        }
    }
}
