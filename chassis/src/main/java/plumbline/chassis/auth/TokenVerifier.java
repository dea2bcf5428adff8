package plumbline.chassis.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import plumbline.chassis.config.StartFailure;

/**
 * Checks bearer tokens: signed by a key of the issuer's set with RS256, ES256 or EdDSA, meant for us, and valid now (30 s of
 * tolerance for clocks). A token that was checked is remembered until it expires, for a signature costs more than an event.
 */
public final class TokenVerifier {
    private static final int TOLERANCE_SECONDS = 30;
    private static final String SCHEME = "Bearer ";

    private final Optional<JwtConsumer> consumer;
    private final CheckedTokens checked = new CheckedTokens();

    private TokenVerifier(Optional<JwtConsumer> consumer) {
        this.consumer = consumer;
    }

    /**
     * Prepares the checks.
     *
     * @throws StartFailure if the file of keys cannot be read
     */
    public static TokenVerifier of(AuthSettings settings) {
        return new TokenVerifier(settings.jwks()
                .map(jwks -> new JwtConsumerBuilder()
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
                        .setVerificationKeyResolver(keys(jwks))
                        .build()));
    }

    private static VerificationKeyResolver keys(String jwks) {
        if (jwks.startsWith("https://")) {
            return new HttpsJwksVerificationKeyResolver(new HttpsJwks(jwks));
        }
        try {
            return new JwksVerificationKeyResolver(new JsonWebKeySet(Files.readString(Path.of(jwks))).getJsonWebKeys());
        } catch (IOException | JoseException unreadable) {
            throw new StartFailure(
                    AuthSettings.JWKS.name() + " names " + jwks
                            + ", which cannot be read as a JSON Web Key Set; name a readable file or an https address",
                    unreadable);
        }
    }

    /**
     * Judges the value of an {@code Authorization} header.
     *
     * @param authorization absent where the request has none
     */
    public Access verify(Optional<String> authorization) {
        if (consumer.isEmpty()) {
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
        if (consumer.isEmpty()) {
            return new Access.Granted(Caller.LOCAL);
        }
        Optional<Caller> known = checked.find(token);
        if (known.isPresent()) {
            return new Access.Granted(known.get());
        }
        try {
            JwtClaims claims = consumer.get().processToClaims(token);
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
