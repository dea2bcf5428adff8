package plumbline.chassis.auth;

import java.util.List;
import java.util.Optional;
import plumbline.chassis.config.Setting;
import plumbline.chassis.config.Settings;
import plumbline.chassis.http.HttpSettings;

/**
 * Whose tokens count.
 *
 * @param jwks file or HTTPS address of the issuer's public keys; without it, nobody is asked for a token
 */
public record AuthSettings(Optional<String> jwks, String issuer, String audience) {
    public static final Setting<Optional<String>> JWKS = Setting.optional(
            "PLUMBLINE_AUTH_JWKS", "File or https address of the token issuer's public keys (a JSON Web Key Set)");
    public static final Setting<String> ISSUER =
            Setting.text("PLUMBLINE_AUTH_ISSUER", "plumbline-local", "The `iss` that tokens must carry");
    public static final Setting<String> AUDIENCE =
            Setting.text("PLUMBLINE_AUTH_AUDIENCE", "plumbline", "The `aud` that tokens must carry");

    /** Every setting that {@link #read} reads. */
    public static final List<Setting<?>> ALL = List.of(JWKS, ISSUER, AUDIENCE);

    /** Reads the settings; an address that others can reach without an issuer is a mistake. */
    public static AuthSettings read(Settings settings, HttpSettings http) {
        AuthSettings auth = new AuthSettings(settings.read(JWKS), settings.read(ISSUER), settings.read(AUDIENCE));
        if (auth.jwks.isEmpty() && !http.isLoopback()) {
            settings.mistake(
                    JWKS.name(),
                    "must name the issuer's keys when " + HttpSettings.HOST.name() + " is " + http.host()
                            + "; without an issuer, bind to 127.0.0.1");
        }
        return auth;
    }
}
