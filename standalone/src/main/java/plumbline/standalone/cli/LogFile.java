package plumbline.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import plumbline.standalone.preflight.Obstacle;

/** Sends the log to a file, so that the terminal stays for people. Must come before the first logger of the process. */
final class LogFile {
    private static final String TARGET = "org.slf4j.simpleLogger.logFile";

    private LogFile() {}

    /**
     * Begins a new {@code plumbline.log}, and keeps the one of the last run as {@code plumbline.log.1}.
     *
     * @return the file
     */
    static Path begin(Path directory) {
        Path file = directory.resolve("plumbline.log");
        try {
            if (Files.exists(file)) {
                Files.move(file, directory.resolve("plumbline.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new Obstacle(
                    "The log " + file + " cannot be written (" + e.getClass().getSimpleName()
                            + ").\nMake its directory writable, or name another with --data-dir.");
        }
        System.setProperty(TARGET, file.toString());
        return file;
    }
}
