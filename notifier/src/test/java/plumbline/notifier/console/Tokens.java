package plumbline.notifier.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import plumbline.chassis.auth.AuthSettings;
import plumbline.chassis.auth.TokenVerifier;

/** An issuer of tokens for tests. */
public final class Tokens {
    private final EllipticCurveJsonWebKey key;
    private final TokenVerifier verifier;

    public Tokens(Path dir) {
        try {
            key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("test");
            Path keys = dir.resolve("jwks.json");
            Files.writeString(keys, new JsonWebKeySet(key).toJson());
            verifier = TokenVerifier.of(new AuthSettings(Optional.of(keys.toString()), "issuer", "plumbline"));
        } catch (JoseException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public TokenVerifier verifier() {
        return verifier;
    }

    /** A token of this person of a team, with these scopes. */
    public String token(String user, String team, String scopes) {
        return token(user, "team", team, scopes);
    }

    /** A token of this person with a claim, and these scopes. */
    public String token(String user, String claim, String value, String scopes) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("issuer");
        claims.setAudience("plumbline");
        claims.setSubject(user);
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setClaim("scope", scopes);
        claims.setClaim(claim, value);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue("test");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
