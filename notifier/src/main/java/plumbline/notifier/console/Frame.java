package plumbline.notifier.console;

import java.util.Optional;
import plumbline.chassis.auth.Caller;
import plumbline.notifier.door.Visitor;

/**
 * What surrounds every page.
 *
 * @param visitor absent before sign-in
 */
public record Frame(String title, Optional<Visitor> visitor, Assets assets) {

    /** The address of a file that the page needs. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** Whom the visitor works for. */
    public String team() {
        return visitor.flatMap(known -> known.caller().team())
                .map(team -> team.equals(Caller.EVERY) ? "all teams" : "team " + team)
                .orElse("no team");
    }
}
