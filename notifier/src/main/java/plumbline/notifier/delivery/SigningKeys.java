package plumbline.notifier.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The symmetric keys that sign webhooks by Standard Webhooks 1.0.0: one, or while it rotates the new one and the old. */
public final class SigningKeys {
    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final String ALGORITHM = "HmacSHA256";

    private final List<SecretKeySpec> keys;

    private SigningKeys(List<SecretKeySpec> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads keys.
     *
     * @param text {@code whsec_} and Base64; several with commas, the newest first
     * @throws IllegalArgumentException saying what is expected, and nothing of the keys
     */
    public static SigningKeys parse(String text) {
        List<SecretKeySpec> keys = new ArrayList<>();
        for (String key : text.split(",", -1)) {
            keys.add(new SecretKeySpec(bytes(key.strip()), ALGORITHM));
        }
        return new SigningKeys(keys);
    }

    private static byte[] bytes(String key) {
        if (key.startsWith(PREFIX)) {
            try {
                byte[] bytes = Base64.getDecoder().decode(key.substring(PREFIX.length()));
                if (bytes.length >= LEAST_BYTES && bytes.length <= MOST_BYTES) {
                    return bytes;
                }
            } catch (IllegalArgumentException notBase64) {
                // Said below, as for a key of the wrong length.
            }
        }
        throw new IllegalArgumentException("must be whsec_ followed by 24-64 bytes in Base64; several with commas");
    }

    /**
     * The value of {@code webhook-signature}: one signature for each key, the newest first.
     *
     * @param timestamp of this attempt, in seconds since 1970
     */
    public String sign(String id, long timestamp, byte[] body) {
        return keys.stream()
                .map(key -> "v1," + Base64.getEncoder().encodeToString(mac(key, id, timestamp, body)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] mac(SecretKeySpec key, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    /** Tells nothing of the keys, for it may be printed with a configuration. */
    @Override
    public String toString() {
        return "SigningKeys[" + keys.size() + "]";
    }
}
