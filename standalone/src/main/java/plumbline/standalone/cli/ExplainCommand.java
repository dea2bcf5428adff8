package plumbline.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import plumbline.standalone.explanation.Explanation;
import plumbline.standalone.explanation.Told;
import plumbline.standalone.preflight.Obstacle;

/** Explains one finding of a file of native events to a person. */
@Command(
        name = "explain",
        description = "Runs the detectors over native events and explains one finding: its numbers beside their"
                + " thresholds, its days, its history and what would end it. The command backtest lists the ids.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExplainCommand implements Callable<Integer> {
    private static final int LEAST_ID = 4;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--finding",
            paramLabel = "ID",
            required = true,
            description = "Id of the finding, or 4 or more of its first characters; --finding=ID if it begins with -")
    private String id;

    @Parameters(paramLabel = "FILE", description = "NDJSON, also gzip; - is standard input")
    private String file;

    @Option(names = "--policy", paramLabel = "FILE", description = "Thresholds to use instead of the built-in ones")
    private @Nullable Path policy;

    @Override
    public Integer call() {
        if (id.length() < LEAST_ID) {
            throw new ParameterException(spec.commandLine(), "--finding must be 4 or more characters of an id");
        }
        Policy thresholds = Policies.read(Optional.ofNullable(policy));
        Map<String, List<Finding>> found = new LinkedHashMap<>();
        FileRun run = new FileRun(spec.commandLine().getErr());
        Backtest backtest = new Backtest(thresholds, finding -> keep(finding, found), run::reject);
        run.over(file, backtest::line);
        backtest.finish(Optional.empty());
        List<Finding> changes = only(found);
        PrintWriter out = spec.commandLine().getOut();
        Explanation.of(new Told(changes, backtest.days(changes.get(changes.size() - 1)), thresholds))
                .forEach(out::println);
        out.flush();
        return run.exitCode();
    }

    private void keep(Finding finding, Map<String, List<Finding>> found) {
        if (finding.id().startsWith(id)) {
            found.computeIfAbsent(finding.id(), any -> new ArrayList<>()).add(finding);
        }
    }

    private List<Finding> only(Map<String, List<Finding>> found) {
        if (found.isEmpty()) {
            throw new Obstacle("no finding " + id + "; list the ids with: plumbline backtest " + file);
        }
        if (found.size() > 1 && !found.containsKey(id)) {
            throw new Obstacle(id + " begins " + found.size() + " findings: " + String.join(", ", found.keySet())
                    + "; name more of it");
        }
        return found.getOrDefault(id, found.values().iterator().next());
    }
}
