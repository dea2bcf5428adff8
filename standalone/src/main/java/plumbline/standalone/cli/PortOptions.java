package plumbline.standalone.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plumbline.standalone.installation.Plan;

/** The options that name where the services listen. */
final class PortOptions {
    private static final int HIGHEST = 65_535;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--ingest-port", paramLabel = "PORT", defaultValue = "8080", description = "0 for any free one")
    private int ingest;

    @Option(names = "--analytics-port", paramLabel = "PORT", defaultValue = "8081", description = "0 for any free one")
    private int analytics;

    @Option(
            names = "--notifier-port",
            paramLabel = "PORT",
            defaultValue = "8082",
            description = "Of the console; 0 for any free one")
    private int notifier;

    Plan.Ports ports() {
        for (int port : new int[] {ingest, analytics, notifier}) {
            if (port < 0 || port > HIGHEST) {
                throw new ParameterException(spec.commandLine(), "A port must be from 0 to " + HIGHEST);
            }
        }
        return new Plan.Ports(ingest, analytics, notifier);
    }
}
