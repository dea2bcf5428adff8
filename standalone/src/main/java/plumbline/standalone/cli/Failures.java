package plumbline.standalone.cli;

import java.io.PrintWriter;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import plumbline.chassis.config.InvalidSettings;
import plumbline.chassis.config.StartFailure;
import plumbline.standalone.preflight.Obstacle;

/** What the user reads when a command fails: one or two lines and the remedy, on standard error. */
final class Failures {

    private Failures() {}

    static int wrongUsage(ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("plumbline: " + failure.getMessage());
        if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
        }
        err.flush();
        return ExitCode.USAGE;
    }

    static int failed(Exception failure, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        if (failure instanceof Obstacle || failure instanceof StartFailure || failure instanceof InvalidSettings) {
            err.println("plumbline: " + failure.getMessage());
        } else if (failure instanceof InterruptedException) {
            err.println("plumbline: interrupted");
        } else {
            return unexpected(failure, line);
        }
        err.flush();
        return ExitCode.SOFTWARE;
    }

    /** A bug, or a machine that is broken; where it happened is in the log, at debug level. */
    static int unexpected(Throwable failure, CommandLine line) {
        LoggerFactory.getLogger(Failures.class).debug("event=command-failed", failure);
        line.getErr()
                .println(
                        "plumbline: this should not have happened: " + failure
                                + "\nPlease report it; PLUMBLINE_JAVA_OPTS=-Dorg.slf4j.simpleLogger.defaultLogLevel=debug shows where.");
        return ExitCode.SOFTWARE;
    }
}
