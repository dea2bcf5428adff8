package plumbline.chassis.auth;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import plumbline.chassis.config.StartFailure;

/** The public keys of the issuer. None of its methods waits. */
interface IssuerKeys extends VerificationKeyResolver {

    /** Whether there are any keys to check a token with. */
    boolean areKnown();

    /** Sees to it that the keys do not grow old. */
    void keepFresh();

    /**
     * The keys at a place.
     *
     * @param place a file, or an https address
     * @param whenChanged told when the issuer has other keys than before
     * @throws StartFailure if the file cannot be read
     */
    static IssuerKeys at(String place, Runnable whenChanged) {
        if (place.startsWith("https://")) {
            return RemoteKeys.start(URI.create(place), whenChanged);
        }
        try {
            return new Fixed(parse(Files.readString(Path.of(place))));
        } catch (IOException | JoseException unreadable) {
            throw new StartFailure(
                    AuthSettings.JWKS.name() + " names " + place
                            + ", which cannot be read as a JSON Web Key Set; name a readable file or an https address",
                    unreadable);
        }
    }

    /** The keys of a JSON Web Key Set, of which those that we cannot use are left out; at least one must remain. */
    static VerificationKeyResolver parse(String jwks) throws JoseException {
        List<JsonWebKey> keys = new JsonWebKeySet(jwks).getJsonWebKeys();
        if (keys.isEmpty()) {
            throw new JoseException("there is no key in it");
        }
        return new JwksVerificationKeyResolver(keys);
    }

    /** Keys that do not change. */
    record Fixed(VerificationKeyResolver keys) implements IssuerKeys {
        @Override
        public boolean areKnown() {
            return true;
        }

        @Override
        public void keepFresh() {
            // A file is read once; a restart reads it again.
        }

        @Override
        public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting)
                throws UnresolvableKeyException {
            return keys.resolveKey(signature, nesting);
        }
    }
}
