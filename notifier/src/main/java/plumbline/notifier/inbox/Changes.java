package plumbline.notifier.inbox;

import java.util.List;
import plumbline.contract.alert.Alert;

/**
 * What changed since somebody looked: the newest state of each alert, once.
 *
 * @param version where this inbox stands now, for the next look
 * @param position the same for any inbox
 */
public record Changes(List<Alert> alerts, long version, Position position) {

    public Changes {
        alerts = List.copyOf(alerts);
    }
}
