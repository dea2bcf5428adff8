package plumbline.ingest.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import plumbline.chassis.auth.AuthSettings;

/** Somebody whose tokens count. */
final class Issuer {
    private final PublicJsonWebKey key;
    final AuthSettings settings;

    Issuer(Path directory) {
        try {
            key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId("one");
            Path jwks = Files.writeString(
                    directory.resolve("jwks.json"),
                    new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
            settings = new AuthSettings(Optional.of(jwks.toString()), "us", "plumbline");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    String token(String scope, String patient) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("app");
        claims.setIssuer("us");
        claims.setAudience("plumbline");
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringClaim("scope", scope);
        claims.setStringClaim("patient", patient);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
