package plumbline.chassis.auth;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens whose signature was found good, with their end; a bounded memory that forgets all when it is full. */
final class CheckedTokens {
    private static final int MOST = 10_000;

    private record Checked(Caller caller, long expiresAtMillis) {}

    private final ConcurrentHashMap<String, Checked> byToken = new ConcurrentHashMap<>();

    Optional<Caller> find(String token) {
        Checked checked = byToken.get(token);
        return checked != null && System.currentTimeMillis() < checked.expiresAtMillis
                ? Optional.of(checked.caller)
                : Optional.empty();
    }

    void remember(String token, Caller caller, long expiresAtMillis) {
        if (byToken.size() >= MOST) {
            byToken.clear();
        }
        byToken.put(token, new Checked(caller, expiresAtMillis));
    }

    /** Forgets all, so that each is checked again. */
    void forget() {
        byToken.clear();
    }
}
