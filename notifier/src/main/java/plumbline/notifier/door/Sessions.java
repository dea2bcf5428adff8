package plumbline.notifier.door;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who signed in with which token, by an opaque id, in memory: at most 10,000, the oldest gone first, each for 12 hours at most. A
 * restart signs everybody out.
 */
final class Sessions {
    static final Duration LIFE = Duration.ofHours(12);
    private static final int MOST = 10_000;
    private static final int ID_BYTES = 24;
    private static final String MAC = "HmacSHA256";

    private record Session(String token, Instant until) {}

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key = new SecretKeySpec(bytes(), MAC);
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final InstantSource clock;

    Sessions(InstantSource clock) {
        this.clock = clock;
    }

    /** An id that nobody can guess. */
    String newId() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    /** Begins a session and returns its id. */
    synchronized String begin(String token) {
        String id = newId();
        if (sessions.size() >= MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        sessions.put(id, new Session(token, clock.instant().plus(LIFE)));
        return id;
    }

    synchronized void end(String id) {
        sessions.remove(id);
    }

    /** The token of a session that is still on. */
    synchronized Optional<String> token(String id) {
        Optional<Session> session = Optional.ofNullable(sessions.get(id));
        if (session.isPresent() && !clock.instant().isBefore(session.get().until())) {
            sessions.remove(id);
            return Optional.empty();
        }
        return session.map(Session::token);
    }

    /** What a form of this session carries; follows from the id, and the id not from it. */
    String proof(String id) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            byte[] proof = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(proof);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every JDK has " + MAC, impossible);
        }
    }

    private byte[] bytes() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
