package plumbline.analytics.episode;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import plumbline.contract.finding.Severity;

/**
 * How much an episode matters.
 *
 * @param stage how far a persistent pain has come, 1-4
 * @param lean of an episode about left and right
 */
public record Grade(Severity severity, OptionalInt stage, Optional<Lean> lean) {

    public Grade {
        Objects.requireNonNull(severity, "severity");
    }

    public static Grade of(Severity severity) {
        return new Grade(severity, OptionalInt.empty(), Optional.empty());
    }

    public static Grade of(Severity severity, int stage) {
        return new Grade(severity, OptionalInt.of(stage), Optional.empty());
    }

    public static Grade of(Severity severity, Lean lean) {
        return new Grade(severity, OptionalInt.empty(), Optional.of(lean));
    }
}
