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

    public Ending {
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(rule, "rule");
    }
}
