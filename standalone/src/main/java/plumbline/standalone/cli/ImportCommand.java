package plumbline.standalone.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plumbline.standalone.foreign.ForeignFormat;

/** Sends what foreign files hold to an ingest service. */
@Command(
        name = "import",
        description = "Sends what a foreign file holds to an ingest service, and says what was not taken and why.",
        synopsisSubcommandLabel = "FORMAT",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ImportCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a format: apple-health, fit or fhir");
    }

    @Command(
            name = "apple-health",
            description = "Imports an export of Apple Health: pain, walking asymmetry, steps, standing, workouts.",
            mixinStandardHelpOptions = true)
    int appleHealth(
            @Parameters(paramLabel = "FILE", description = "export.zip or export.xml") Path file,
            @Mixin ImportOptions options) {
        return options.run(ForeignFormat.APPLE_HEALTH, List.of(file), command("apple-health"));
    }

    @Command(
            name = "fit",
            description =
                    "Imports activities of sport computers and watches: one bout a lap, with the balance of sides.",
            mixinStandardHelpOptions = true)
    int fit(
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "FIT files of one patient") List<Path> files,
            @Mixin ImportOptions options) {
        return options.run(ForeignFormat.FIT, files, command("fit"));
    }

    @Command(
            name = "fhir",
            description =
                    "Imports pain scores from FHIR R4: an Observation, a Bundle, or one of these a line; all must be about the patient.",
            mixinStandardHelpOptions = true)
    int fhir(
            @Parameters(paramLabel = "FILE", description = "FHIR JSON or NDJSON") Path file,
            @Mixin ImportOptions options) {
        return options.run(ForeignFormat.FHIR, List.of(file), command("fhir"));
    }

    private CommandLine command(String format) {
        return Objects.requireNonNull(spec.commandLine().getSubcommands().get(format), format);
    }
}
