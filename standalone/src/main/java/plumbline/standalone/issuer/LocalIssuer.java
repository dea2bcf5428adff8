package plumbline.standalone.issuer;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs tokens (ES256) for the services of one data directory. */
public final class LocalIssuer {
    public static final String ISSUER = "plumbline-local";
    public static final String AUDIENCE = "plumbline";

    private final PublicJsonWebKey key;
    private final Path publicKeys;

    private LocalIssuer(PublicJsonWebKey key, Path publicKeys) {
        this.key = key;
        this.publicKeys = publicKeys;
    }

    /**
     * The issuer of this directory; its key is made at the first use, readable by its owner alone.
     *
     * @throws plumbline.standalone.preflight.Obstacle if the directory cannot be written or holds another kind of key
     */
    public static LocalIssuer in(Path directory) {
        KeyFile file = new KeyFile(directory);
        return new LocalIssuer(file.readOrCreate(), file.publicKeys());
    }

    /** The file with the public keys (a JWKS) by which services check the tokens. */
    public Path publicKeys() {
        return publicKeys;
    }

    /** A token for this grant, valid from now. */
    public String token(Grant grant, Instant now, Duration validity) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(grant.user());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(validity).getEpochSecond()));
        claims.setStringClaim("scope", String.join(" ", grant.scopes()));
        grant.patient().ifPresent(patient -> claims.setStringClaim("patient", patient));
        grant.team().ifPresent(team -> claims.setStringClaim("team", team));
        return sign(claims.toJson());
    }

    private String sign(String payload) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(payload);
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setHeader("typ", "JWT");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException("every JDK signs with P-256", impossible);
        }
    }
}
