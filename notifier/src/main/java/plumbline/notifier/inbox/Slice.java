package plumbline.notifier.inbox;

import java.util.List;
import java.util.Optional;
import plumbline.contract.alert.Alert;

/**
 * Some alerts in the order of triage.
 *
 * @param next where to go on; absent at the end
 */
public record Slice(List<Alert> alerts, Optional<TriageKey> next) {

    public Slice {
        alerts = List.copyOf(alerts);
    }
}
