package plumbline.chassis.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;

/** A self-signed certificate for 127.0.0.1 and its key, as the PEM files that an operator has; made by the JDK's keytool. */
final class PemFiles {
    private static final String PASSWORD = "changeit";

    final Certificate certificate;
    final Path chain;
    final Path key;

    private PemFiles(Certificate certificate, Path chain, Path key) {
        this.certificate = certificate;
        this.chain = chain;
        this.key = key;
    }

    /** Makes a pair of this algorithm, such as EC. */
    static PemFiles make(Path directory, String algorithm) throws Exception {
        Path store = directory.resolve(algorithm + ".p12");
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=plumbline",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException("keytool: " + code);
        }
        return write(directory, algorithm, KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()));
    }

    private static PemFiles write(Path directory, String name, KeyStore store)
            throws GeneralSecurityException, IOException {
        Certificate certificate = store.getCertificate("a");
        Key key = store.getKey("a", PASSWORD.toCharArray());
        return new PemFiles(
                certificate,
                Files.writeString(directory.resolve(name + ".crt"), pem("CERTIFICATE", certificate.getEncoded())),
                Files.writeString(directory.resolve(name + ".key"), pem("PRIVATE KEY", key.getEncoded())));
    }

    static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + what
                + "-----\n";
    }

    TlsFiles files() {
        return new TlsFiles(chain, key);
    }
}
