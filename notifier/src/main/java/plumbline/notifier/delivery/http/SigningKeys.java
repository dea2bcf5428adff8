package plumbline.notifier.delivery.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The keys that sign webhooks by Standard Webhooks 1.0.0: one, or while it rotates the new one and the old, of either scheme. */
public final class SigningKeys {
    private final List<SigningKey> keys;

    private SigningKeys(List<SigningKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads keys.
     *
     * @param text {@code whsec_} or {@code whsk_} and Base64; several with commas, the newest first
     * @throws IllegalArgumentException saying what is expected, and nothing of the keys
     */
    public static SigningKeys parse(String text) {
        List<SigningKey> keys = new ArrayList<>();
        for (String key : text.split(",", -1)) {
            keys.add(SigningKey.parse(key.strip()));
        }
        return new SigningKeys(keys);
    }

    /**
     * The value of {@code webhook-signature}: one signature for each key, the newest first.
     *
     * @param timestamp of this attempt, in seconds since 1970
     */
    public String sign(String id, long timestamp, byte[] body) {
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> key.sign(head, body)).collect(Collectors.joining(" "));
    }

    /** Tells nothing of the keys, for it may be printed with a configuration. */
    @Override
    public String toString() {
        return "SigningKeys[" + keys.size() + "]";
    }
}
