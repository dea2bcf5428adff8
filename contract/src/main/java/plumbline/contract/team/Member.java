package plumbline.contract.team;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import plumbline.contract.patient.QuietHours;

/**
 * Somebody who answers alerts.
 *
 * @param channels at least one
 * @param quietHours by the clock of the team's zone; what is urgent passes them
 * @param away whether they are to be passed over
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Member(String id, List<Endpoint> channels, Optional<QuietHours> quietHours, boolean away) {

    public Member {
        channels = List.copyOf(Objects.requireNonNullElse(channels, List.of()));
    }
}
