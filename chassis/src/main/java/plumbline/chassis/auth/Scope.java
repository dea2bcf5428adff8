package plumbline.chassis.auth;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a token may allow. */
public enum Scope {
    EVENTS_WRITE,
    PATIENTS_WRITE,
    TIMELINE_READ,
    ALERTS_READ,
    ALERTS_ACT,
    TEAMS_WRITE;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', ':');

    /** As it stands in a token's {@code scope} claim, such as {@code events:write}. */
    public String code() {
        return code;
    }

    /** The scope with this code; tokens may carry others, which mean nothing here. */
    public static Optional<Scope> find(String code) {
        return Stream.of(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }
}
