package plumbline.contract.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import plumbline.contract.delivery.ChannelKind;

/**
 * One step of an escalation.
 *
 * @param after counted from the beginning of the escalation, to the second
 * @param to ids of members; empty for the whole team
 * @param over the channels to be used; empty for all that a member has
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Rung(Duration after, List<String> to, List<ChannelKind> over) {

    public Rung {
        to = List.copyOf(Objects.requireNonNullElse(to, List.of()));
        over = List.copyOf(Objects.requireNonNullElse(over, List.of()));
    }

    /** A step to everybody over everything. */
    static Rung all(Duration after) {
        return new Rung(after, List.of(), List.of());
    }
}
