package plumbline.chassis.door;

import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import plumbline.chassis.auth.Access;
import plumbline.chassis.auth.Caller;
import plumbline.chassis.auth.Scope;
import plumbline.chassis.auth.TokenVerifier;
import plumbline.chassis.http.Problem;

/**
 * Lets in programs that bear a token with the right scope; without an issuer, whoever calls from this machine. Refusals carry the
 * challenge of RFC 6750.
 */
public final class BearerDoor {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final String REALM = "Bearer realm=\"plumbline\"";

    private final TokenVerifier tokens;

    public BearerDoor(TokenVerifier tokens) {
        this.tokens = tokens;
    }

    /** Who may come in, or why not. */
    public sealed interface Entry {
        record Open(Caller caller) implements Entry {}

        record Shut(Problem problem) implements Entry {}
    }

    /** Judges a request. */
    public Entry enter(Request request, Scope needed) {
        Optional<String> authorization =
                Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        Access access = tokens.verify(authorization);
        if (access instanceof Access.Granted granted) {
            return enter(request, needed, granted.caller());
        }
        if (access instanceof Access.Denied denied) {
            String challenge = authorization.isPresent() ? REALM + ", error=\"invalid_token\"" : REALM;
            return new Entry.Shut(Problem.of(HttpStatus.UNAUTHORIZED_401, "unauthorized", denied.detail())
                    .challenge(challenge));
        }
        return new Entry.Shut(
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE_503, "issuer-unknown", ((Access.Undecided) access).detail())
                        .retryAfter(SOON));
    }

    private static Entry enter(Request request, Scope needed, Caller caller) {
        if (caller.equals(Caller.LOCAL) && !LoopbackHost.isNamedBy(request)) {
            return new Entry.Shut(Problem.of(
                    HttpStatus.FORBIDDEN_403, "host-not-local", "Call this service as localhost or 127.0.0.1"));
        }
        if (!caller.may(needed)) {
            String challenge = REALM + ", error=\"insufficient_scope\", scope=\"" + needed.code() + "\"";
            return new Entry.Shut(Problem.of(
                            HttpStatus.FORBIDDEN_403,
                            "insufficient-scope",
                            "The token needs the scope " + needed.code())
                    .challenge(challenge));
        }
        return new Entry.Open(caller);
    }
}
