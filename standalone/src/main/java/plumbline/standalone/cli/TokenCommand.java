package plumbline.standalone.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import plumbline.chassis.auth.Scope;
import plumbline.contract.check.Checks;
import plumbline.standalone.issuer.Grant;
import plumbline.standalone.issuer.LocalIssuer;

/** Prints a bearer token of the local issuer. */
@Command(
        name = "token",
        description = "Prints a bearer token of the local issuer, which demo and start trust.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TokenCommand implements Callable<Integer> {
    private static final int MOST_HOURS = 24 * 366;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataDirectory data;

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    @Option(names = "--user", defaultValue = "${sys:user.name}", description = "Who it is for; histories name them")
    private String user;

    @Option(
            names = "--scope",
            split = ",",
            paramLabel = "S",
            description = "Scopes instead of the usual ones of the kind")
    private @Nullable List<String> scopes;

    @Option(names = "--hours", defaultValue = "12", description = "How long it is good for (default: ${DEFAULT-VALUE})")
    private int hours;

    static final class Subject {
        @Option(
                names = "--patient",
                paramLabel = "P",
                description = "For the app of this patient; '*' for a trusted back end")
        private @Nullable String patient;

        @Option(names = "--team", paramLabel = "T", description = "For a member of this care team; '*' for all of them")
        private @Nullable String team;

        /** The id that was given, whichever it is. */
        private String id() {
            return patient != null ? patient : team != null ? team : "";
        }

        private Grant grant(String user) {
            return patient != null ? Grant.ofPatient(user, id()) : Grant.ofTeam(user, id());
        }
    }

    @Override
    public Integer call() {
        check();
        Grant grant = subject.grant(user);
        String token = LocalIssuer.in(data.root())
                .token(scopes == null ? grant : grant.withScopes(scopes), Instant.now(), Duration.ofHours(hours));
        spec.commandLine().getOut().println(token);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void check() {
        if (!subject.id().equals(Grant.EVERYBODY) && !Checks.isId(subject.id())) {
            throw wrong("An id is 1 to 64 characters of A-Z a-z 0-9 . _ : -, or '*' for everybody");
        }
        if (user.isBlank()) {
            throw wrong("--user must not be empty");
        }
        if (hours < 1 || hours > MOST_HOURS) {
            throw wrong("--hours must be from 1 to " + MOST_HOURS);
        }
        for (String scope : scopes == null ? List.<String>of() : scopes) {
            if (Scope.find(scope).isEmpty()) {
                throw wrong("--scope knows no " + scope + "; there are "
                        + Stream.of(Scope.values()).map(Scope::code).collect(Collectors.joining(", ")));
            }
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
