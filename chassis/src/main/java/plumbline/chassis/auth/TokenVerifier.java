package plumbline.chassis.auth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import plumbline.chassis.http.Readiness;

/**
 * Checks bearer tokens: signed by a key of the issuer's set with RS256, ES256 or EdDSA, meant for us, and valid now (30 s of
 * tolerance for clocks). A token that was checked is remembered until it expires, for a signature costs more than an event.
 */
public final class TokenVerifier {
    private static final int TOLERANCE_SECONDS = 30;
    private static final String SCHEME = "Bearer ";

    /** The issuer's keys, and what else a token must be. */
    private record Checks(IssuerKeys keys, JwtConsumer consumer) {}

    private final Optional<Checks> checks;
    private final CheckedTokens checked;

    private TokenVerifier(Optional<Checks> checks, CheckedTokens checked) {
        this.checks = checks;
        this.checked = checked;
    }

    /**
     * Prepares the checks. Keys at an https address are fetched here, for a few seconds at most, and from then on in the background.
     *
     * @throws plumbline.chassis.config.StartFailure if the file of keys cannot be read
     */
    public static TokenVerifier of(AuthSettings settings) {
        CheckedTokens checked = new CheckedTokens();
        return new TokenVerifier(
                settings.jwks().map(place -> {
                    IssuerKeys keys = IssuerKeys.at(place, checked::forget);
                    return new Checks(keys, consumer(settings, keys));
                }),
                checked);
    }

    private static JwtConsumer consumer(AuthSettings settings, IssuerKeys keys) {
        return new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(TOLERANCE_SECONDS)
                .setExpectedIssuer(settings.issuer())
                .setExpectedAudience(settings.audience())
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT,
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                        AlgorithmIdentifiers.EDDSA))
                .setVerificationKeyResolver(keys)
                .build();
    }

    /** Whether tokens can be checked; where nobody is asked for one, there is nothing to say. */
    public Readiness readiness() {
        return checks.map(Checks::keys)
                .map(keys ->
                        Readiness.of("issuer", keys.areKnown(), keys.areKnown() ? "known" : "keys not fetched yet"))
                .orElse(new Readiness(true, Map.of()));
    }

    /**
     * Judges the value of an {@code Authorization} header.
     *
     * @param authorization absent where the request has none
     */
    public Access verify(Optional<String> authorization) {
        if (checks.isEmpty()) {
            return new Access.Granted(Caller.LOCAL);
        }
        if (authorization.isEmpty()) {
            return new Access.Denied("Send a bearer token: Authorization: Bearer TOKEN");
        }
        String header = authorization.get();
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Access.Denied("The Authorization header must have the form: Bearer TOKEN");
        }
        return verifyToken(header.substring(SCHEME.length()).strip());
    }

    /** Judges a bare token. */
    public Access verifyToken(String token) {
        if (checks.isEmpty()) {
            return new Access.Granted(Caller.LOCAL);
        }
        checks.get().keys().keepFresh();
        return checked.find(token).<Access>map(Access.Granted::new).orElseGet(() -> check(token, checks.get()));
    }

    private Access check(String token, Checks checks) {
        if (!checks.keys().areKnown()) {
            return new Access.Undecided("The issuer's keys could not be fetched yet; try again soon");
        }
        try {
            JwtClaims claims = checks.consumer().processToClaims(token);
            Caller caller = caller(claims);
            checked.remember(token, caller, claims.getExpirationTime().getValueInMillis());
            return new Access.Granted(caller);
        } catch (InvalidJwtException invalid) {
            return new Access.Denied(reason(invalid));
        } catch (MalformedClaimException malformed) {
            return new Access.Denied("The token's claims are not of the expected types");
        }
    }

    private static Caller caller(JwtClaims claims) throws MalformedClaimException {
        List<String> scopes = claims.hasClaim("scope") && claims.isClaimValueString("scope")
                ? List.of(claims.getStringClaimValue("scope").split(" "))
                : List.of();
        return new Caller(
                claims.getSubject(),
                scopes.stream().flatMap(code -> Scope.find(code).stream()).collect(Collectors.toSet()),
                Optional.ofNullable(claims.getStringClaimValue("patient")),
                Optional.ofNullable(claims.getStringClaimValue("team")));
    }

    private static String reason(InvalidJwtException invalid) {
        if (invalid.hasExpired()) {
            return "The token has expired; get a new one";
        }
        if (invalid.hasErrorCode(ErrorCodes.NOT_YET_VALID)) {
            return "The token is not valid yet; is a clock wrong?";
        }
        if (invalid.hasErrorCode(ErrorCodes.ISSUER_INVALID) || invalid.hasErrorCode(ErrorCodes.ISSUER_MISSING)) {
            return "The token is not from this installation's issuer";
        }
        if (invalid.hasErrorCode(ErrorCodes.AUDIENCE_INVALID) || invalid.hasErrorCode(ErrorCodes.AUDIENCE_MISSING)) {
            return "The token is meant for another audience";
        }
        return "The token cannot be verified with the issuer's keys";
    }
}
