package plumbline.standalone.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plumbline.standalone.issuer.Grant;
import plumbline.standalone.preflight.Obstacle;
import plumbline.standalone.replay.IngestClient;
import plumbline.standalone.replay.Rejection;
import plumbline.standalone.replay.Replay;
import plumbline.standalone.terminal.ProgressBar;

/** Streams files of native events to an ingest service. */
@Command(
        name = "replay",
        description =
                "Streams native events and patients' entries of the directory (one a line) to an ingest service, and lists the lines that it did not take.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private Destination destination;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "NDJSON, also gzip; - is standard input")
    private List<String> files;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "0", description = "At most this many events a second")
    private int rate;

    @Override
    public Integer call() throws InterruptedException {
        IngestClient client = destination.client(spec.commandLine(), "replay", Grant.EVERYBODY);
        if (rate < 0) {
            throw new ParameterException(spec.commandLine(), "--rate must be 1 or more");
        }
        Replay replay = new Replay(client, rate);
        try {
            replay.run(files, ProgressBar.isWatched());
        } catch (Obstacle early) {
            if (!replay.report().isEmpty()) {
                tell(replay.report());
            }
            throw early;
        }
        tell(replay.report());
        return replay.report().rejected() == 0 ? 0 : 1;
    }

    private void tell(Replay.Report report) {
        print(spec.commandLine().getErr(), report.rejections(), report.rejected());
        report.skipped()
                .forEach((why, count) ->
                        spec.commandLine().getErr().println("skipped " + count + " entries of the directory: " + why));
        spec.commandLine().getErr().flush();
        long skipped =
                report.skipped().values().stream().mapToLong(Long::longValue).sum();
        PrintWriter out = spec.commandLine().getOut();
        out.println(report.accepted() + " accepted, " + report.rejected() + " rejected"
                + (skipped == 0 ? "" : ", " + skipped + " skipped"));
        out.flush();
    }

    /** Lists what was not taken, as far as it is known. */
    static void print(PrintWriter err, List<Rejection> rejections, long rejected) {
        rejections.stream().map(Rejection::text).forEach(err::println);
        long more = rejected - rejections.size();
        if (more > 0) {
            err.println("and " + more + " more");
        }
        err.flush();
    }
}
