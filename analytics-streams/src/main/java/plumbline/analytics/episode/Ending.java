package plumbline.analytics.episode;

import java.time.LocalDate;
import java.util.Objects;

/**
 * How an episode ended.
 *
 * @param on the first local date on which it no longer held
 * @param rule why, such as {@code RESOLVED} or {@code LAPSED}
 */
public record Ending(LocalDate on, String rule) {

    /** The rule of an episode that is truly over, so that what comes later is a new one. */
    public static final String RESOLVED = "RESOLVED";

    public Ending {
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(rule, "rule");
    }
}
