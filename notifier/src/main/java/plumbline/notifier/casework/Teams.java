package plumbline.notifier.casework;

import java.util.Optional;
import plumbline.contract.team.CareTeam;

/** The directory of care teams, as it is now. */
@FunctionalInterface
public interface Teams {
    /** An installation that has none but its own. */
    Teams NONE = id -> Optional.empty();

    /** The team of this id. */
    Optional<CareTeam> find(String id);
}
