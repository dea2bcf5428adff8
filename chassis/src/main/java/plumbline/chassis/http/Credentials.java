package plumbline.chassis.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plumbline.chassis.config.Setting;
import plumbline.chassis.config.StartFailure;

/** A certificate chain and its private key, read from PEM files into the key store that the JDK's TLS wants. */
final class Credentials {
    /** Protects the store in memory only; it is never written. */
    static final String PASSWORD = "in-memory";

    private static final Pattern PKCS8 =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]*)-----END PRIVATE KEY-----", Pattern.DOTALL);

    private Credentials() {}

    /**
     * Reads the files.
     *
     * @throws StartFailure naming the file that cannot be used, and what to do
     */
    static KeyStore load(TlsFiles files) {
        Certificate[] chain = chain(files.certificate());
        PrivateKey key = key(files.key(), chain[0].getPublicKey());
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("http", key, PASSWORD.toCharArray(), chain);
            return store;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("a key store in memory", impossible);
        }
    }

    private static Certificate[] chain(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(new Certificate[0]);
            if (chain.length > 0) {
                return chain;
            }
        } catch (IOException unreadable) {
            throw unusable(TlsFiles.CERTIFICATE, file, "cannot be read; name a readable PEM file");
        } catch (GeneralSecurityException malformed) {
            // Said below, as for a file without any.
        }
        throw unusable(TlsFiles.CERTIFICATE, file, "holds no X.509 certificate in PEM; name the file of the chain");
    }

    private static PrivateKey key(Path file, PublicKey certified) {
        try {
            Matcher pem = PKCS8.matcher(Files.readString(file, StandardCharsets.US_ASCII));
            if (pem.find()) {
                byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
                PrivateKey key = KeyFactory.getInstance(certified.getAlgorithm())
                        .generatePrivate(new PKCS8EncodedKeySpec(encoded));
                requirePair(key, certified);
                return key;
            }
        } catch (IOException unreadable) {
            throw unusable(TlsFiles.KEY, file, "cannot be read; name a readable PEM file");
        } catch (GeneralSecurityException | IllegalArgumentException other) {
            throw unusable(TlsFiles.KEY, file, "is not the key of the certificate; name the one that belongs to it");
        }
        throw unusable(
                TlsFiles.KEY,
                file,
                "holds no plain PKCS #8 key; make one: openssl pkcs8 -topk8 -nocrypt -in KEY -out NEW");
    }

    /** Sees to it that what the one signs the other verifies. */
    private static void requirePair(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
        String algorithm = switch (certified.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> certified.getAlgorithm();
        };
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update((byte) 1);
        byte[] signed = signature.sign();
        signature.initVerify(certified);
        signature.update((byte) 1);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("of another pair");
        }
    }

    private static StartFailure unusable(Setting<?> setting, Path file, String why) {
        return new StartFailure(setting.name() + " names " + file + ", which " + why);
    }
}
