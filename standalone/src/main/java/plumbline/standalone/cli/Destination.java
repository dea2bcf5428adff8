package plumbline.standalone.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import plumbline.standalone.issuer.Grant;
import plumbline.standalone.issuer.LocalIssuer;
import plumbline.standalone.replay.IngestClient;

/** The options that say where events go, and by whose leave. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class Destination {
    private static final Duration TOKEN_VALIDITY = Duration.ofHours(24);

    @Mixin
    private DataDirectory data;

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

    /**
     * A client for the service.
     *
     * @param line the command whose options these are
     * @param user who the token says is sending
     * @param patient for whom the token is
     */
    IngestClient client(CommandLine line, String user, String patient) {
        if (to.getHost() == null || !List.of("http", "https").contains(to.getScheme())) {
            throw new ParameterException(line, "--to must be an http or https address");
        }
        return new IngestClient(to, bearer(user, patient));
    }

    private String bearer(String user, String patient) {
        if (token != null) {
            return token;
        }
        if (!isLocal() || !Files.exists(data.root().resolve("issuer.jwk"))) {
            return "";
        }
        return LocalIssuer.in(data.root()).token(Grant.ofPatient(user, patient), Instant.now(), TOKEN_VALIDITY);
    }

    private boolean isLocal() {
        try {
            return InetAddress.getByName(to.getHost()).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
