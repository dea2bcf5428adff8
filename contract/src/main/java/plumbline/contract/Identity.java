package plumbline.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Ids that are derived from what they are about, so that a replay produces the same ones and every receiver can drop a repeat.
 */
public final class Identity {
    /** 96 bits: among a billion ids, a collision has a chance of one in 10^11. */
    private static final int BYTES = 12;

    private Identity() {}

    /**
     * An id of 16 characters of {@code A-Za-z0-9_-}.
     *
     * @param parts what it is about, in a fixed order; none may contain a line feed
     */
    public static String of(String... parts) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            byte[] head = new byte[BYTES];
            System.arraycopy(digest, 0, head, 0, BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(head);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
