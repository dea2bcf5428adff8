package plumbline.notifier.door;

import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import plumbline.chassis.auth.Access;
import plumbline.chassis.auth.Caller;
import plumbline.chassis.auth.Scope;
import plumbline.chassis.auth.TokenVerifier;
import plumbline.chassis.http.Problem;

/** Lets in programs that bear a token with the right scope; without an issuer, whoever calls from this machine. */
public final class BearerDoor {
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
        Access access = tokens.verify(Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION)));
        if (access instanceof Access.Denied denied) {
            return shut(HttpStatus.UNAUTHORIZED_401, "no-valid-token", denied.detail());
        }
        Caller caller = ((Access.Granted) access).caller();
        if (caller.equals(Caller.LOCAL) && !LoopbackHost.isNamedBy(request)) {
            return shut(HttpStatus.FORBIDDEN_403, "host-not-local", "Call this service as localhost or 127.0.0.1");
        }
        if (!caller.may(needed)) {
            return shut(HttpStatus.FORBIDDEN_403, "scope-missing", "The token needs the scope " + needed.code());
        }
        return new Entry.Open(caller);
    }

    private static Entry shut(int status, String code, String detail) {
        return new Entry.Shut(Problem.of(status, code, detail));
    }
}
