package plumbline.standalone.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import plumbline.standalone.replay.EventFile;
import plumbline.standalone.replay.Line;

/** A run over a file of native events that says on standard error which lines were not taken. */
final class FileRun {
    private final PrintWriter err;
    private String place = "";
    private long rejected;

    FileRun(PrintWriter err) {
        this.err = err;
    }

    void over(String file, Consumer<String> lines) {
        EventFile.size(file);
        try (EventFile events = EventFile.open(file)) {
            Optional<Line> line = events.next();
            while (line.isPresent()) {
                place = line.get().place();
                lines.accept(new String(line.get().json(), StandardCharsets.UTF_8));
                line = events.next();
            }
        }
    }

    void reject(String reason, long line) {
        rejected++;
        err.println(place + ": " + reason);
        err.flush();
    }

    int exitCode() {
        return rejected == 0 ? 0 : 1;
    }
}
