package plumbline.chassis.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** An issuer for the tests of every service: whoever has its settings accepts its tokens. */
public final class Tokens {
    private static final String ISSUER = "us";
    private static final String AUDIENCE = "plumbline";

    private final PublicJsonWebKey key = newKey("one");
    private final AuthSettings settings;

    /**
     * @param directory where the file of its public keys is put
     */
    public Tokens(Path directory) {
        try {
            Path keys = Files.writeString(
                    directory.resolve("jwks.json"),
                    new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
            settings = settings(keys.toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Settings for these tokens, with the keys at some other place. */
    public static AuthSettings settings(String keys) {
        return new AuthSettings(Optional.of(keys), ISSUER, AUDIENCE);
    }

    public AuthSettings settings() {
        return settings;
    }

    public TokenVerifier verifier() {
        return TokenVerifier.of(settings);
    }

    /** A token about one patient, or about all of them. */
    public String ofPatient(String patient, String scopes) {
        return token(claims -> {
            claims.setStringClaim("patient", patient);
            claims.setStringClaim("scope", scopes);
        });
    }

    /** A token of a person who works for a team, or for all of them. */
    public String ofTeam(String user, String team, String scopes) {
        return token(claims -> {
            claims.setSubject(user);
            claims.setStringClaim("team", team);
            claims.setStringClaim("scope", scopes);
        });
    }

    /** A token that is valid in all that is not changed. */
    public String token(Consumer<JwtClaims> change) {
        JwtClaims claims = claims();
        change.accept(claims);
        return sign(claims, key);
    }

    PublicJsonWebKey key() {
        return key;
    }

    static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("app");
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setExpirationTimeMinutesInTheFuture(5);
        return claims;
    }

    static PublicJsonWebKey newKey(String id) {
        try {
            PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(id);
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String sign(JwtClaims claims, PublicJsonWebKey key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
