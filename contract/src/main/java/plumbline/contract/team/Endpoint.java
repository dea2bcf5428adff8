package plumbline.contract.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import plumbline.contract.check.Checks;
import plumbline.contract.check.ErrorCode;
import plumbline.contract.delivery.ChannelKind;
import plumbline.contract.patient.Contact;

/**
 * One way to reach a member of a care team.
 *
 * @param address an https address or an e-mail address; the log and the FHIR server of the installation have none
 * @param keys that sign what goes to a webhook, the newest first; none where those of the installation do
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Endpoint(ChannelKind kind, Optional<String> address, List<String> keys) {
    private static final String KEY_PREFIX = "whsec_";
    private static final int SHORTEST_KEY = 24;
    private static final int LONGEST_KEY = 64;

    /**
     * Checks the parts.
     *
     * @throws plumbline.contract.check.InvalidValue naming each wrong field
     */
    public Endpoint {
        keys = List.copyOf(Objects.requireNonNullElse(keys, List.of()));
        Checks checks = new Checks()
                .that(
                        isOfInstallation(kind) || address.isPresent(),
                        ErrorCode.MISSING_FIELD,
                        "address",
                        "is required for a channel of kind " + kind.code());
        address.ifPresent(to -> checks.that(
                fits(kind, to),
                kind == ChannelKind.WEBHOOK ? ErrorCode.INVALID_WEBHOOK : ErrorCode.INVALID_EMAIL,
                "address",
                kind == ChannelKind.WEBHOOK
                        ? Contact.WEBHOOK_RULE
                        : isOfInstallation(kind) ? "must be absent for " + kind.code() : "must be an e-mail address"));
        for (int i = 0; i < keys.size(); i++) {
            checks.that(
                    isKey(keys.get(i)),
                    ErrorCode.INVALID_KEY,
                    "keys/" + i,
                    "must be whsec_ and " + SHORTEST_KEY + " to " + LONGEST_KEY + " bytes in Base64");
        }
        checks.done();
    }

    private static boolean isOfInstallation(ChannelKind kind) {
        return kind == ChannelKind.LOG || kind == ChannelKind.FHIR;
    }

    private static boolean fits(ChannelKind kind, String address) {
        return switch (kind) {
            case LOG, FHIR -> false;
            case WEBHOOK -> Contact.isWebhook(address);
            case EMAIL -> Contact.isEmail(address);
        };
    }

    private static boolean isKey(String text) {
        if (!text.startsWith(KEY_PREFIX)) {
            return false;
        }
        try {
            int bytes = Base64.getDecoder().decode(text.substring(KEY_PREFIX.length())).length;
            return bytes >= SHORTEST_KEY && bytes <= LONGEST_KEY;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    /** What must not appear in a log stays out of it. */
    @Override
    public String toString() {
        return "Endpoint[" + kind.code() + "]";
    }
}
