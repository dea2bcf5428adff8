package plumbline.standalone.issuer;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import plumbline.standalone.preflight.Obstacle;

/**
 * The issuer's key on disk: {@code issuer.jwk} for its owner alone, {@code jwks.json} for everybody.
 */
record KeyFile(Path directory) {

    Path publicKeys() {
        return directory.resolve("jwks.json");
    }

    private Path file() {
        return directory.resolve("issuer.jwk");
    }

    PublicJsonWebKey readOrCreate() {
        try {
            Files.createDirectories(directory);
            if (!Files.exists(file())) {
                create();
            }
            PublicJsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(Files.readString(file()));
            requirePrivate(key);
            replace(publicKeys(), new JsonWebKeySet(key).toJson(), "rw-r--r--");
            return key;
        } catch (JoseException e) {
            throw unusable();
        } catch (IOException e) {
            throw new Obstacle("The issuer's key in " + directory + " cannot be read or made ("
                    + e.getClass().getSimpleName()
                    + ").\nMake the directory writable, or name another with --data-dir.");
        }
    }

    private void requirePrivate(PublicJsonWebKey key) {
        if (!(key instanceof EllipticCurveJsonWebKey) || key.getPrivateKey() == null) {
            throw unusable();
        }
    }

    private Obstacle unusable() {
        return new Obstacle("The file " + file() + " holds no private P-256 key.\n"
                + "Delete it to have a new one made; tokens issued before then stop working.");
    }

    private void create() throws IOException, JoseException {
        PublicJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
        key.setUse(Use.SIGNATURE);
        key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        try {
            Files.move(written(key.toJson(OutputControlLevel.INCLUDE_PRIVATE), "rw-------"), file());
        } catch (FileAlreadyExistsException anotherProcessWasFaster) {
            // Its key is as good.
        }
    }

    private void replace(Path target, String text, String permissions) throws IOException {
        Files.move(
                written(text, permissions),
                target,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    private Path written(String text, String permissions) throws IOException {
        Path file = Files.createTempFile(
                directory,
                "issuer",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        return Files.writeString(file, text + "\n");
    }
}
