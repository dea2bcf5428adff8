package plumbline.standalone.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plumbline.analytics.AnalyticsConfig;
import plumbline.analytics.AnalyticsService;
import plumbline.ingest.IngestConfig;
import plumbline.ingest.IngestService;
import plumbline.notifier.NotifierConfig;
import plumbline.notifier.NotifierService;

/** The command {@code plumbline}. */
@Command(
        name = "plumbline",
        description =
                "Watches pain reports and activity for pain that stays, signs that cannot wait, and one-sided strain,"
                        + " and gets the right person to act.",
        mixinStandardHelpOptions = true,
        versionProvider = Plumbline.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "plumbline COMMAND --help explains a command. Exit codes: 0 done, 1 failed, 2 wrong usage."},
        subcommands = {
            DemoCommand.class,
            StartCommand.class,
            ReplayCommand.class,
            ImportCommand.class,
            BacktestCommand.class,
            SimulateCommand.class,
            EvaluateCommand.class,
            BenchCommand.class,
            TokenCommand.class,
            HelpCommand.class
        })
public final class Plumbline implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    private Plumbline() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        CommandLine line = commandLine();
        int code;
        try {
            code = line.execute(arguments);
        } catch (Error failure) {
            code = Failures.unexpected(failure, line);
        }
        System.exit(code);
    }

    /** The whole command line, for main and for tests. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Plumbline());
        line.setOut(utf8(System.out)).setErr(utf8(System.err));
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
        line.setParameterExceptionHandler(Failures::wrongUsage);
        line.setExecutionExceptionHandler(Failures::failed);
        line.setExitCodeExceptionMapper(failure -> CommandLine.ExitCode.SOFTWARE);
        line.setUsageHelpAutoWidth(true);
        return line;
    }

    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command");
    }

    @Command(
            name = "ingest",
            description = "Runs the ingest service alone, configured by its environment.",
            mixinStandardHelpOptions = true)
    int ingest() throws Exception {
        return UntilStopped.run(
                closing -> closing.opened(IngestService.start(IngestConfig.fromEnvironment(System.getenv()))));
    }

    @Command(
            name = "analytics",
            description = "Runs the analytics service alone, configured by its environment.",
            mixinStandardHelpOptions = true)
    int analytics() throws Exception {
        return UntilStopped.run(
                closing -> closing.opened(AnalyticsService.start(AnalyticsConfig.fromEnvironment(System.getenv()))));
    }

    @Command(
            name = "notifier",
            description = "Runs the notifier alone, configured by its environment.",
            mixinStandardHelpOptions = true)
    int notifier() throws Exception {
        return UntilStopped.run(
                closing -> closing.opened(NotifierService.start(NotifierConfig.fromEnvironment(System.getenv()))));
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Plumbline.class.getPackage().getImplementationVersion();
            return new String[] {"plumbline " + (version == null ? "(not packaged)" : version)};
        }
    }
}
