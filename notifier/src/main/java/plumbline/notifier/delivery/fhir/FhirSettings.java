package plumbline.notifier.delivery.fhir;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import plumbline.chassis.config.Setting;
import plumbline.chassis.config.Settings;

/**
 * The FHIR R4 server that is told of alerts.
 *
 * @param base its address, under which {@code /Task} is
 * @param token that it is shown, if it wants one
 * @param patients the system of the identifiers by which it knows patients
 */
public record FhirSettings(URI base, Optional<String> token, String patients) {
    public static final Setting<Optional<String>> TOKEN =
            Setting.optional("PLUMBLINE_FHIR_TOKEN", "Bearer token for that server");
    public static final Setting<String> PATIENTS = new Setting<>(
            "PLUMBLINE_FHIR_PATIENT_SYSTEM",
            "urn:plumbline:patient",
            "System of the identifiers by which that server knows patients",
            FhirSettings::system);

    /** Every setting that {@link #read} reads. */
    public static final List<Setting<?>> ALL = List.of(TOKEN, PATIENTS);

    /** Reads the rest of what there is to know of a server; nothing where there is none. */
    public static Optional<FhirSettings> read(Settings settings, Optional<URI> base) {
        Optional<String> token = settings.read(TOKEN);
        String patients = settings.read(PATIENTS);
        return base.map(address -> new FhirSettings(address, token, patients));
    }

    private static String system(String text) {
        if (!text.contains(":") || text.contains("|") || text.isBlank()) {
            throw new IllegalArgumentException("must be an absolute URI such as urn:oid:2.16.756.5.30");
        }
        return text.strip();
    }

    /** Tells no secret, for it may be printed with a configuration. */
    @Override
    public String toString() {
        return "FhirSettings[" + base + "]";
    }
}
