package plumbline.notifier.door;

import java.util.Optional;
import plumbline.chassis.auth.Caller;
import plumbline.chassis.auth.Scope;
import plumbline.contract.alert.Alert;

/**
 * A person at the console.
 *
 * @param proof what a form must bring along to be taken as theirs; empty for the bearer of a token, whom no other site can imitate
 * @param signedIn whether there is a session to sign out of
 */
public record Visitor(Caller caller, String proof, boolean signedIn) {

    public boolean mayAct() {
        return caller.may(Scope.ALERTS_ACT);
    }

    /** The proof that their forms carry; absent where they may only read. */
    public Optional<String> form() {
        return Optional.of(proof).filter(own -> mayAct());
    }

    /** Whether the alert is their team's. */
    public boolean sees(Alert alert) {
        return caller.worksFor(alert.team());
    }
}
