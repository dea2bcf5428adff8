package plumbline.notifier;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plumbline.chassis.config.Setting;
import plumbline.chassis.config.Settings;
import plumbline.notifier.delivery.fhir.FhirSettings;
import plumbline.notifier.delivery.http.SigningKeys;
import plumbline.notifier.delivery.mail.MailSettings;

/**
 * How people are reached in an installation without a directory of teams and patients.
 *
 * @param console the address under which a care team opens the console, for links in messages
 * @param careTeam the webhook to which alerts go; without it there are the log and the inbox
 * @param patients the webhook to which messages to patients go; without it there is the log
 * @param keys that sign webhooks; none where there is no webhook
 * @param allowPrivate whether a webhook or the FHIR server may use plain HTTP and private addresses
 * @param mail how alerts go out by e-mail, if they do
 * @param fhir the FHIR server that is told of alerts, if there is one
 */
public record Outreach(
        URI console,
        Optional<URI> careTeam,
        Optional<URI> patients,
        Optional<SigningKeys> keys,
        boolean allowPrivate,
        Optional<MailSettings> mail,
        Optional<FhirSettings> fhir) {
    public static final Setting<URI> CONSOLE = new Setting<>(
            "PLUMBLINE_CONSOLE_URL",
            "http://localhost:8082",
            "Address under which care teams open the console; links in messages begin with it",
            Outreach::http);
    public static final Setting<Optional<URI>> WEBHOOK =
            new Setting<>("PLUMBLINE_WEBHOOK_URL", "", "Webhook to which alerts go", Outreach::optionalHttp);
    public static final Setting<Optional<URI>> PATIENT_WEBHOOK = new Setting<>(
            "PLUMBLINE_PATIENT_WEBHOOK_URL", "", "Webhook to which messages to patients go", Outreach::optionalHttp);
    public static final Setting<Optional<SigningKeys>> SECRET = new Setting<>(
            "PLUMBLINE_WEBHOOK_SECRET",
            "",
            "Keys that sign webhooks, `whsec_...` or `whsk_...`; while rotating two, the new one first, with a comma",
            text -> text.isBlank() ? Optional.empty() : Optional.of(SigningKeys.parse(text)));
    public static final Setting<Optional<URI>> FHIR = new Setting<>(
            "PLUMBLINE_FHIR_URL",
            "",
            "Base address of a FHIR R4 server that is told of alerts",
            Outreach::optionalHttp);
    public static final Setting<Boolean> ALLOW_PRIVATE = Setting.flag(
            "PLUMBLINE_WEBHOOK_ALLOW_PRIVATE",
            false,
            "Whether webhooks and the FHIR server may use plain HTTP and private addresses");

    /** Every setting that {@link #read} reads. */
    public static final List<Setting<?>> ALL = Stream.of(
                    List.of(CONSOLE, WEBHOOK, PATIENT_WEBHOOK, SECRET, FHIR, ALLOW_PRIVATE),
                    MailSettings.ALL,
                    FhirSettings.ALL)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    /** No webhook: the log and the inbox are all there is. */
    public static Outreach local(URI console) {
        return new Outreach(
                console,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    static Outreach read(Settings settings) {
        Outreach read = new Outreach(
                settings.read(CONSOLE),
                settings.read(WEBHOOK),
                settings.read(PATIENT_WEBHOOK),
                settings.read(SECRET),
                settings.read(ALLOW_PRIVATE),
                MailSettings.read(settings),
                FhirSettings.read(settings, settings.read(FHIR)));
        read.checkPlain(settings, WEBHOOK, read.careTeam());
        read.checkPlain(settings, PATIENT_WEBHOOK, read.patients());
        read.checkPlain(settings, FHIR, read.fhir().map(FhirSettings::base));
        if (read.keys().isEmpty()
                && (read.careTeam().isPresent() || read.patients().isPresent())) {
            settings.mistake(SECRET.name(), "must be set where there is a webhook: whsec_ and 24-64 bytes in Base64");
        }
        return read;
    }

    private void checkPlain(Settings settings, Setting<?> setting, Optional<URI> uri) {
        if (!allowPrivate
                && uri.filter(address -> !"https".equals(address.getScheme())).isPresent()) {
            settings.mistake(setting.name(), "must begin with https://, or set " + ALLOW_PRIVATE.name() + "=true");
        }
    }

    private static Optional<URI> optionalHttp(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(http(text));
    }

    private static URI http(String text) {
        URI uri;
        try {
            uri = URI.create(text.strip());
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException("must be an address such as https://example.org/hook", unreadable);
        }
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException("must be an http or https address without a user in it");
        }
        return uri;
    }
}
