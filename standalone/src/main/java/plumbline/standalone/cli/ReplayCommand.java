package plumbline.standalone.cli;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import plumbline.standalone.issuer.Grant;
import plumbline.standalone.issuer.LocalIssuer;
import plumbline.standalone.replay.IngestClient;
import plumbline.standalone.replay.Rejection;
import plumbline.standalone.replay.Replay;
import plumbline.standalone.terminal.ProgressBar;

/** Streams files of native events to an ingest service. */
@Command(
        name = "replay",
        description =
                "Streams native events (one a line) to an ingest service, and lists the lines that it did not take.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReplayCommand implements Callable<Integer> {
    private static final Duration TOKEN_VALIDITY = Duration.ofHours(24);

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataDirectory data;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "NDJSON, also gzip; - is standard input")
    private List<String> files;

    @Option(
            names = "--to",
            paramLabel = "URL",
            defaultValue = "http://localhost:8080",
            description = "The ingest service (default: ${DEFAULT-VALUE})")
    private URI to;

    @Option(
            names = "--token",
            paramLabel = "T",
            description = "A bearer token; for a service on this machine, one of the local issuer is made")
    private @Nullable String token;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "0", description = "At most this many events a second")
    private int rate;

    @Override
    public Integer call() throws InterruptedException {
        if (to.getHost() == null || !List.of("http", "https").contains(to.getScheme())) {
            throw new ParameterException(spec.commandLine(), "--to must be an http or https address");
        }
        if (rate < 0) {
            throw new ParameterException(spec.commandLine(), "--rate must be 1 or more");
        }
        Replay.Report report = new Replay(new IngestClient(to, bearer()), rate).run(files, ProgressBar.isWatched());
        print(report);
        return report.rejected() == 0 ? 0 : 1;
    }

    private void print(Replay.Report report) {
        PrintWriter err = spec.commandLine().getErr();
        report.rejections().stream().map(Rejection::text).forEach(err::println);
        long more = report.rejected() - report.rejections().size();
        if (more > 0) {
            err.println("and " + more + " more");
        }
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        out.println(report.accepted() + " accepted, " + report.rejected() + " rejected");
        out.flush();
    }

    private String bearer() {
        if (token != null) {
            return token;
        }
        if (!isLocal() || !Files.exists(data.root().resolve("issuer.jwk"))) {
            return "";
        }
        Grant grant = Grant.ofPatient("replay", Grant.EVERYBODY);
        return LocalIssuer.in(data.root()).token(grant, Instant.now(), TOKEN_VALIDITY);
    }

    private boolean isLocal() {
        try {
            return InetAddress.getByName(to.getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
