package plumbline.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plumbline.standalone.installation.Installation;
import plumbline.standalone.installation.Plan;
import plumbline.standalone.issuer.LocalIssuer;
import plumbline.standalone.preflight.Preflight;

/** Runs everything in one JVM, with data that stays. */
@Command(
        name = "start",
        description = "Runs everything in this process: Kafka (or the one that you name) and the three services.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class StartCommand implements Callable<Integer> {
    private static final String BROKERS = "[^,:\\s]+:\\d{1,5}(,[^,:\\s]+:\\d{1,5})*";

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataDirectory data;

    @Mixin
    private PortOptions ports;

    @Option(names = "--kafka", paramLabel = "HOST:PORT,...", description = "Uses this Kafka instead of an embedded one")
    private Optional<String> kafka;

    @Override
    public Integer call() throws Exception {
        if (kafka.isPresent() && !kafka.get().matches(BROKERS)) {
            throw new ParameterException(
                    spec.commandLine(), "--kafka must be HOST:PORT, or several separated by commas");
        }
        Path root = data.root();
        Preflight.directory(root);
        Path log = LogFile.begin(root);
        Plan plan = new Plan(root, LocalIssuer.in(root).publicKeys(), kafka, ports.ports(), System.getenv());
        return UntilStopped.run(closing -> print(closing.opened(Installation.start(plan)), root, log));
    }

    private void print(Installation installation, Path root, Path log) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Plumbline is ready. Data in " + root + ", log in " + log);
        out.println("  Console    " + installation.notifier());
        out.println("  Ingest     " + installation.ingest());
        out.println("  Analytics  " + installation.analytics());
        out.println("Tokens: ./plumbline token --help. Stop with Ctrl-C.");
        out.flush();
    }
}
