package plumbline.notifier.door;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import plumbline.chassis.auth.Access;
import plumbline.chassis.auth.Caller;
import plumbline.chassis.auth.Scope;
import plumbline.chassis.auth.TokenVerifier;
import plumbline.chassis.door.LoopbackHost;

/**
 * Tells who is at the console: the bearer of a token, somebody with a session, or, where it stands open, anybody on this machine.
 * An open console gives each browser an id, so that a form is proven in the same way.
 */
public final class Visitors {
    private static final String COOKIE = "plumbline-session";
    private static final Caller DEMO =
            new Caller("demo", EnumSet.allOf(Scope.class), Optional.of(Caller.EVERY), Optional.of(Caller.EVERY));

    private final TokenVerifier tokens;
    private final Sessions sessions;
    private final Optional<Caller> anybody;
    private final boolean secure;

    /**
     * Wires.
     *
     * @param open whether nobody has to sign in, though there is an issuer; for a demonstration on loopback only
     * @param secure whether people come over HTTPS, so that the cookie is for that alone
     */
    public Visitors(TokenVerifier tokens, InstantSource clock, boolean open, boolean secure) {
        this.tokens = tokens;
        this.sessions = new Sessions(clock);
        this.secure = secure;
        Optional<Caller> local = granted(tokens.verify(Optional.empty()));
        this.anybody = open ? Optional.of(DEMO) : local;
    }

    /** Whether a request must not be answered at all: nobody signs in here, and it came under the name of another machine. */
    public boolean isStray(Request request) {
        return anybody.isPresent() && !LoopbackHost.isNamedBy(request);
    }

    /** Whether there is nothing to sign in to. */
    public boolean isOpen() {
        return anybody.isPresent();
    }

    /** Who it is; absent where they must sign in. May set a cookie. */
    public Optional<Visitor> visitor(Request request, Response response) {
        Optional<String> authorization =
                Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        if (authorization.isPresent()) {
            return reading(tokens.verify(authorization)).map(caller -> new Visitor(caller, "", false));
        }
        Optional<String> id = id(request);
        if (anybody.isPresent()) {
            return Optional.of(new Visitor(anybody.get(), sessions.proof(id.orElseGet(() -> newId(response))), false));
        }
        return id.flatMap(known -> sessions.token(known)
                .flatMap(token -> reading(tokens.verifyToken(token)))
                .map(caller -> new Visitor(caller, sessions.proof(known), true)));
    }

    /** Whether a form came from a page of ours, shown to this very visitor. */
    public boolean isTheirs(Request request, Visitor visitor, String proof) {
        boolean bearer = visitor.proof().isEmpty();
        return bearer
                || (isFromHere(request)
                        && MessageDigest.isEqual(
                                proof.getBytes(StandardCharsets.UTF_8),
                                visitor.proof().getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether the browser names no other site as the origin of the request. */
    public boolean isFromHere(Request request) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin == null) {
            return true;
        }
        try {
            return Objects.equals(
                    URI.create(origin).getAuthority(), request.getHeaders().get(HttpHeader.HOST));
        } catch (IllegalArgumentException nonsense) {
            return false;
        }
    }

    /** Begins a session; nobody's where the token does not allow to read alerts. */
    public Optional<Caller> signIn(Response response, String token) {
        Optional<Caller> caller = reading(tokens.verifyToken(token));
        caller.ifPresent(known -> setCookie(response, sessions.begin(token), Sessions.LIFE.toSeconds()));
        return caller;
    }

    /** Ends the session. */
    public void signOut(Request request, Response response) {
        id(request).ifPresent(sessions::end);
        setCookie(response, "", 0);
    }

    private String newId(Response response) {
        String id = sessions.newId();
        setCookie(response, id, Sessions.LIFE.toSeconds());
        return id;
    }

    private void setCookie(Response response, String value, long seconds) {
        Response.addCookie(
                response,
                HttpCookie.build(COOKIE, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(secure)
                        .sameSite(HttpCookie.SameSite.STRICT)
                        .maxAge(seconds)
                        .build());
    }

    private static Optional<String> id(Request request) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private static Optional<Caller> reading(Access access) {
        return granted(access).filter(caller -> caller.may(Scope.ALERTS_READ));
    }

    private static Optional<Caller> granted(Access access) {
        return access instanceof Access.Granted granted ? Optional.of(granted.caller()) : Optional.empty();
    }
}
