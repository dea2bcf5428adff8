package plumbline.chassis.http;

import java.nio.file.Path;
import java.util.Optional;
import plumbline.chassis.config.Setting;
import plumbline.chassis.config.Settings;

/**
 * The files by which a service proves who it is.
 *
 * @param certificate PEM: the certificate, then those that lead to its authority
 * @param key PEM: its private key in PKCS #8, not encrypted
 */
public record TlsFiles(Path certificate, Path key) {
    public static final Setting<Optional<String>> CERTIFICATE = Setting.optional(
            "PLUMBLINE_HTTP_TLS_CERT",
            "PEM file with the certificate chain; makes a service that runs alone speak HTTPS only");
    public static final Setting<Optional<String>> KEY =
            Setting.optional("PLUMBLINE_HTTP_TLS_KEY", "PEM file with the certificate's private key in PKCS #8");

    /** The files that the settings name; one without the other is a mistake. */
    static Optional<TlsFiles> read(Settings settings) {
        Optional<String> certificate = settings.read(CERTIFICATE);
        Optional<String> key = settings.read(KEY);
        if (certificate.isPresent() && key.isEmpty()) {
            settings.mistake(KEY.name(), "must name the key of " + CERTIFICATE.name());
        }
        if (key.isPresent() && certificate.isEmpty()) {
            settings.mistake(CERTIFICATE.name(), "must name the certificate of " + KEY.name());
        }
        return certificate.flatMap(chain -> key.map(own -> new TlsFiles(Path.of(chain), Path.of(own))));
    }
}
