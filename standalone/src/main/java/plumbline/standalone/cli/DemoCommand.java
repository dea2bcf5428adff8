package plumbline.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plumbline.notifier.NotifierConfig;
import plumbline.notifier.Outreach;
import plumbline.standalone.demo.Demo;
import plumbline.standalone.installation.Installation;
import plumbline.standalone.installation.Plan;
import plumbline.standalone.issuer.Grant;
import plumbline.standalone.issuer.LocalIssuer;
import plumbline.standalone.preflight.Preflight;

/** Runs everything in one JVM with simulated patients. */
@Command(
        name = "demo",
        description = "Runs everything in this process with simulated patients: six weeks of history, then live.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DemoCommand implements Callable<Integer> {
    private static final Duration TOKEN_VALIDITY = Duration.ofHours(12);
    private static final Duration FEED_VALIDITY = Duration.ofDays(366);

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataDirectory data;

    @Mixin
    private PortOptions ports;

    @Option(names = "--patients", paramLabel = "N", description = "How many patients (default: 40)")
    private @Nullable Integer patients;

    @Option(names = "--seed", paramLabel = "S", description = "Which patients (default: 1)")
    private @Nullable Long seed;

    @Override
    public Integer call() throws Exception {
        if (patients != null && (patients < Demo.FEWEST || patients > Demo.MOST)) {
            throw new ParameterException(
                    spec.commandLine(), "--patients must be from " + Demo.FEWEST + " to " + Demo.MOST);
        }
        Path directory = data.root().resolve("demo");
        Preflight.directory(directory);
        Path log = LogFile.begin(directory);
        LocalIssuer issuer = LocalIssuer.in(data.root());
        Demo demo = Demo.in(
                directory,
                Clock.system(ZoneId.systemDefault()),
                patients == null ? OptionalInt.empty() : OptionalInt.of(patients),
                seed == null ? OptionalLong.empty() : OptionalLong.of(seed));
        Plan plan = new Plan(
                directory,
                issuer.publicKeys(),
                Optional.empty(),
                ports.ports(),
                Map.of(NotifierConfig.OPEN_CONSOLE.name(), "true", Outreach.ALLOW_PRIVATE.name(), "true"));
        return UntilStopped.run(closing -> {
            Installation installation = closing.opened(Installation.start(plan));
            String everything = issuer.token(Grant.ofEverything("demo"), Instant.now(), TOKEN_VALIDITY);
            print(demo, installation, log, everything);
            closing.opened(demo.follow(installation.notifier(), everything, this::tell));
            Grant feed = Grant.ofPatient("demo-feed", Grant.EVERYBODY);
            String token = issuer.token(feed, Instant.now(), FEED_VALIDITY);
            closing.opened(demo.stream(installation.ingest(), token));
        });
    }

    private void print(Demo demo, Installation installation, Path log, String token) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("Plumbline demo: " + demo.patients() + " simulated patients, six weeks of history, then live.");
        out.println("  Console    " + installation.notifier());
        out.println("  Ingest     " + installation.ingest());
        out.println("  Analytics  " + installation.analytics());
        out.println("  Log        " + log);
        out.println("A token for all of it, for 12 hours:");
        out.println("  " + token);
        out.println("Make a patient report a sudden severe pain; its alert is on the console within two seconds:");
        out.println("  curl -sS " + installation.ingest()
                + "/v1/events -H 'Content-Type: application/json' -H 'Authorization: Bearer "
                + token
                + "' -d '{\"type\":\"pain-report\",\"id\":\"try-'$(date +%s)'\",\"patient\":\"p-9001\",\"at\":\"'$(date -u"
                + " +%Y-%m-%dT%H:%M:%SZ)'\",\"site\":\"lower-back\",\"intensity\":9,\"onset\":\"sudden\"}'");
        out.println(
                "Stop with Ctrl-C; the next start keeps what this one knew. Meanwhile, an emergency waits for somebody:");
        out.flush();
    }

    private void tell(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println("  " + LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + "  " + line);
        out.flush();
    }
}
