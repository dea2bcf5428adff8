package plumbline.notifier.inbox;

import plumbline.contract.alert.Alert;
import plumbline.contract.alert.AlertEntry;

/**
 * What became of a care action.
 *
 * @param alert its newest state, in which the effect shows
 * @param entry the line of the history that answers the action
 */
public record Shown(Alert alert, AlertEntry entry) {
    private static final String REFUSED = "action-refused";

    /** Whether the action changed nothing. */
    public boolean isRefused() {
        return entry.what().equals(REFUSED);
    }
}
