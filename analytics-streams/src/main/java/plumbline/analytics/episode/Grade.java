package plumbline.analytics.episode;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import plumbline.contract.finding.Severity;

/**
 * How much an episode matters.
 *
 * @param stage how far a persistent pain has come, 1-4
 * @param times how often it came back, or was seen again; more of them are news
 * @param lean of an episode about left and right
 * @param settled what of this can no longer change
 */
public record Grade(Severity severity, OptionalInt stage, int times, Optional<Lean> lean, Settled settled) {

    public Grade {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(settled, "settled");
    }

    public static Grade of(Severity severity) {
        return of(severity, 0);
    }

    /** Of something that is counted. */
    public static Grade of(Severity severity, int times) {
        return new Grade(severity, OptionalInt.empty(), times, Optional.empty(), Settled.NOTHING);
    }

    public static Grade of(Severity severity, Lean lean, Settled settled) {
        return new Grade(severity, OptionalInt.empty(), 0, Optional.of(lean), settled);
    }
}
