package plumbline.standalone.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import plumbline.contract.check.Checks;
import plumbline.standalone.foreign.ForeignFormat;
import plumbline.standalone.foreign.Import;
import plumbline.standalone.foreign.Recipient;
import plumbline.standalone.preflight.Obstacle;
import plumbline.standalone.replay.Line;
import plumbline.standalone.replay.Rejection;
import plumbline.standalone.terminal.ProgressBar;

/** The options of every import, and what all imports do. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ImportOptions {
    @Mixin
    private Destination destination;

    @Option(names = "--patient", paramLabel = "P", required = true, description = "Whose file it is")
    private String patient;

    @Option(names = "--dry-run", description = "Prints native events, one a line, and sends nothing")
    private boolean dryRun;

    /** Imports the files, and tells what came of them. */
    int run(ForeignFormat format, List<Path> files, CommandLine line) {
        if (!Checks.isId(patient)) {
            throw new ParameterException(line, "--patient must be 1 to 64 characters of A-Z a-z 0-9 . _ : -");
        }
        Recipient recipient =
                dryRun ? events -> print(events, line.getOut()) : destination.client(line, "import", patient)::send;
        Import reading = new Import(format, patient, recipient);
        try {
            reading.run(files, ProgressBar.isWatched());
        } catch (Obstacle early) {
            if (!reading.report().isEmpty()) {
                tell(reading.report(), line);
            }
            throw early;
        }
        Import.Report report = reading.report();
        tell(report, line);
        return report.rejected() == 0 && report.broken().isEmpty() ? 0 : 1;
    }

    private static List<Rejection> print(List<Line> events, PrintWriter out) {
        events.forEach(event -> out.println(new String(event.json(), StandardCharsets.UTF_8)));
        out.flush();
        return List.of();
    }

    private void tell(Import.Report report, CommandLine line) {
        PrintWriter err = line.getErr();
        ReplayCommand.print(err, report.rejections(), report.rejected());
        report.skipped().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(item -> err.println("skipped " + item.getValue() + " " + item.getKey()));
        report.broken().forEach(err::println);
        err.flush();
        long skipped =
                report.skipped().values().stream().mapToLong(Long::longValue).sum();
        PrintWriter summary = dryRun ? err : line.getOut();
        summary.println(report.accepted() + (dryRun ? " readable, " : " accepted, ") + report.rejected() + " rejected, "
                + skipped + " skipped");
        summary.flush();
    }
}
