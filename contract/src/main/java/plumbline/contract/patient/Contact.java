package plumbline.contract.patient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import plumbline.contract.check.Checks;
import plumbline.contract.check.ErrorCode;

/**
 * How messages reach a patient.
 *
 * @param webhook an https address; plain http on the own machine alone, for trying out
 * @param email an e-mail address, by its shape
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Contact(Optional<URI> webhook, Optional<String> email) {
    private static final int LONGEST_ADDRESS = 2_048;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                    + "[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])");
    /** What a webhook must be, in words. */
    public static final String WEBHOOK_RULE =
            "must be an absolute https address without user and fragment; http is for localhost alone";

    private static final Set<String> OWN_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Checks both.
     *
     * @throws plumbline.contract.check.InvalidValue naming each wrong field
     */
    public Contact {
        new Checks()
                .that(
                        webhook.isEmpty() || isWebhook(webhook.get()),
                        ErrorCode.INVALID_WEBHOOK,
                        "contact/webhook",
                        WEBHOOK_RULE)
                .that(
                        email.isEmpty() || isEmail(email.get()),
                        ErrorCode.INVALID_EMAIL,
                        "contact/email",
                        "must be an e-mail address, such as maria@example.org")
                .done();
    }

    /** Whether a text is the address of a webhook. */
    public static boolean isWebhook(String text) {
        try {
            return isWebhook(new URI(text));
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private static boolean isWebhook(URI address) {
        String host = address.getHost();
        return host != null
                && address.toString().length() <= LONGEST_ADDRESS
                && address.getRawUserInfo() == null
                && address.getRawFragment() == null
                && ("https".equalsIgnoreCase(address.getScheme())
                        || ("http".equalsIgnoreCase(address.getScheme()) && OWN_MACHINE.contains(host)));
    }

    /** Whether a text has the shape of an e-mail address. */
    public static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL && EMAIL.matcher(text).matches();
    }

    /** What must not appear in a log stays out of it. */
    @Override
    public String toString() {
        return "Contact[webhook=" + webhook.map(any -> "set").orElse("none") + ", email="
                + email.map(any -> "set").orElse("none") + "]";
    }
}
