package plumbline.standalone.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names where all data is kept. */
final class DataDirectory {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${env:PLUMBLINE_DATA_DIR:-${sys:user.home}/.plumbline}",
            description = "Where all data is kept: $PLUMBLINE_DATA_DIR, or else ~/.plumbline")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path root;

    /** The directory, absolute; not created yet. */
    Path root() {
        return root.toAbsolutePath().normalize();
    }
}
