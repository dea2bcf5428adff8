package plumbline.standalone.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
        subcommands = {DemoCommand.class, StartCommand.class, ReplayCommand.class, TokenCommand.class, HelpCommand.class
        })
public final class Plumbline implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    private Plumbline() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command line, for main and for tests. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Plumbline());
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
        line.setParameterExceptionHandler(Failures::wrongUsage);
        line.setExecutionExceptionHandler(Failures::failed);
        line.setExitCodeExceptionMapper(failure -> CommandLine.ExitCode.SOFTWARE);
        line.setUsageHelpAutoWidth(true);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command");
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Plumbline.class.getPackage().getImplementationVersion();
            return new String[] {"plumbline " + (version == null ? "(not packaged)" : version)};
        }
    }
}
